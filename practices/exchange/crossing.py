"""Platform by platform: where a bridge leads from one to another, in a grid and as a list."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.core.languages import in_alphabet
from portal.linkage.ends import End, ends_for
from portal.search.query import one_of
from practices.platforms.bridges import Bridge, between_known, bridges_for
from practices.platforms.enums import BridgeState, Direction

MOST = 24
"""Platforms in the grid: as many as a wide screen has room for."""


@dataclass(frozen=True)
class Crossed:
    """A bridge as a list prints it; of the platform at the other end `target` or, without an entry, words."""

    bridge: Bridge
    source: End
    target: End | None

    @property
    def way(self):
        """In words which way data go, seen from the source."""
        return self.bridge.direction.label


@dataclass(frozen=True)
class Line:
    """A row of the grid: data go from this platform to those of the columns. `cells` are lists of pairs of state and
    words."""

    number: int
    end: End
    cells: list[list[tuple[str, str]]]


@dataclass(frozen=True)
class CrossingPage:
    """Context of templates/exchange/platforms.html. `read` are the keys of the records whose details it shows."""

    states: list[tuple[str, str, bool]]
    notices: list[str]
    lines: list[Line]
    left_out: int
    crossed: list[Crossed]
    is_plain: bool
    read: frozenset[UUID]


def crossing_page(path, parameters: QueryDict, user) -> CrossingPage:
    """The page that an address asks for. Three queries."""
    bridges = bridges_for(user)
    ends = ends_for({key for bridge in bridges for key in (bridge.source, bridge.target)} - {None}, user)
    bridges = between_known(bridges, ends)
    state, notices = one_of(parameters, "state", {bridge.state for bridge in bridges})
    shown = [bridge for bridge in bridges if state in ("", bridge.state)]
    lines, left_out = grid(shown, ends)
    return CrossingPage(
        states=_states(path, state, bridges),
        notices=notices,
        lines=lines,
        left_out=left_out,
        crossed=sorted((_crossed(bridge, ends) for bridge in shown), key=_place),
        is_plain=not parameters,
        read=frozenset(bridge.source for bridge in shown),
    )


def _states(path, now, bridges):
    """Label, address and whether it is on, of each state that a bridge has."""
    found = {bridge.state for bridge in bridges}
    ways = [(_("All"), path, not now)]
    return ways + [(state.label, f"{path}?state={state}", state == now) for state in BridgeState if state in found]


def grid(bridges, ends):
    """The Lines of the platforms with most bridges, and how many platforms more there are."""
    between = [bridge for bridge in bridges if bridge.target in ends]
    weights = Counter(key for bridge in between for key in (bridge.source, bridge.target))
    order = sorted(weights, key=lambda key: (-weights[key], in_alphabet(ends[key].title), ends[key].code))
    shown = order[:MOST]
    cells = defaultdict(list)
    for bridge in between:
        for source, target in ways(bridge):
            cells[source, target].append(bridge.state)
    return [
        Line(number, ends[row], [_cell(cells[row, column], ends[row], ends[column]) for column in shown])
        for number, row in enumerate(shown, start=1)
    ], len(order) - len(shown)


def ways(bridge):
    """Pairs of keys: from which platform to which data go."""
    pairs = {
        Direction.OUT: [(bridge.source, bridge.target)],
        Direction.IN: [(bridge.target, bridge.source)],
    }
    both = [(bridge.source, bridge.target), (bridge.target, bridge.source)]
    return pairs.get(bridge.direction, both)


def _cell(states, source, target):
    """Each state once, the furthest first."""
    words = {"source": source.title, "target": target.title}
    order = sorted(set(states), key=[BridgeState.RUNNING, *BridgeState].index)
    return [
        (state.value, _("%(source)s to %(target)s: %(state)s") % {**words, "state": state.label}) for state in order
    ]


def _crossed(bridge, ends):
    return Crossed(bridge, ends[bridge.source], ends.get(bridge.target))


def _place(crossed):
    bridge = crossed.bridge
    target = crossed.target.title if crossed.target else bridge.words
    order = list(BridgeState).index(bridge.state), in_alphabet(crossed.source.title), in_alphabet(target)
    return *order, crossed.source.code, bridge.how
