"""What the page of the exchange prints, for one reader."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from portal.linkage.ends import ends_for
from practices.exchange.asked import FILTERS, Asked
from practices.exchange.drawing import NARROW, WIDE, Drawing, drawing_of
from practices.exchange.filters import Choice, choices, narrowed, selected, values_of
from practices.exchange.graph import graph_of
from practices.exchange.matrix import Matrix, matrix_of
from practices.exchange.meeting import Meeting, meetings_of, one_way
from practices.exchange.queries.entries import entries_for
from practices.exchange.table import Table, table_of
from practices.platforms.bridges import bridges_for

IN_FORM = FILTERS[:3]
"""The filters that one chooses from lists; the others are set by links."""


@dataclass(frozen=True)
class ExchangePage:
    """Context of templates/exchange/exchange.html. `read` are the keys of the records whose details it shows."""

    asked: Asked
    notices: tuple[str, ...]
    choices: list[Choice]
    selected: list[tuple[str, str]]
    clear_url: str
    carried: list[tuple[str, str]]
    rows: list[tuple[str, str, bool]]
    directions: list[tuple[str, str, bool]]
    matrix: Matrix
    meetings: list[Meeting]
    drawings: list[Drawing]
    table: Table
    read: frozenset[UUID]


def exchange_page(asked, user) -> ExchangePage:
    """The page that an address asks for. A constant number of queries."""
    everything = entries_for(user)
    values = values_of(everything)
    asked = asked.known_by(values.labels)
    entries = one_way(narrowed(everything, asked, values), asked.direction)
    bridges, ends = _platforms(entries, asked, user)
    graph = graph_of(entries, bridges, ends, asked)
    return ExchangePage(
        asked=asked,
        notices=asked.notices,
        choices=choices(asked, values, IN_FORM),
        selected=selected(asked, values),
        clear_url=asked.url(**dict.fromkeys(asked.chosen, ())),
        carried=_carried(asked),
        rows=_switch(asked, "rows", {"": _("Sectors"), "organisation": _("Organisations")}),
        directions=_switch(asked, "direction", _directions()),
        matrix=matrix_of(entries, asked),
        meetings=meetings_of(entries, asked),
        drawings=[drawing_of(graph, size) for size in (WIDE, NARROW)],
        table=table_of(entries, ends, asked),
        read=frozenset(flow.key for flow in entries.flows if flow.through in ends) | {each.source for each in bridges},
    )


def _platforms(entries, asked, user):
    """The bridges that are looked at, and the Ends of all platforms that these and the flows name."""
    # Of no country, kind of data or side: they would stay while flows go.
    bridges = [] if asked.chosen or asked.direction else bridges_for(user)
    named = {key for bridge in bridges for key in (bridge.source, bridge.target)}
    return bridges, ends_for((named | {flow.through for flow in entries.flows}) - {None}, user)


def _carried(asked):
    """What the form of the filters keeps: pairs of parameter and value of all that is no field of it."""
    others = [(name, key) for name in FILTERS[len(IN_FORM) :] for key in asked.chosen.get(name, ())]
    own = [(name, getattr(asked, name)) for name in ("rows", "direction", "side", "sort")]
    return [*others, *(pair for pair in own if pair[1])]


def _directions():
    return {
        "": _("Everything"),
        "from_mine_action": _("What mine action has and others need"),
        "to_mine_action": _("What others have and mine action needs"),
    }


def _switch(asked, name, labels):
    """Label, address and whether it is on, of each way to look."""
    now = getattr(asked, name)
    now = now if now in labels else ""
    return [(label, asked.url(part="matrix", **{name: value}), value == now) for value, label in labels.items()]
