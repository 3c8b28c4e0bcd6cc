"""The board: a column for each state, the most urgent first, with the same filters as the list."""

from dataclasses import dataclass, field
from operator import attrgetter
from urllib.parse import urlencode

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.actions.reading import ActionRow, rows_of, state_word
from portal.records.shown import StateWord
from portal.search.audience import visible_to
from portal.search.engines.filters import filters_of
from portal.search.engines.statement import Statement
from portal.search.engines.values import values_told
from portal.search.figures import Figures
from portal.search.models import RecordFacet
from portal.search.named_filters import settle
from portal.search.query import RecordQuery, facet_labels

SHOWN = 8
"""Actions of a column; the list has the others."""
ENDED = (State.DONE, State.DROPPED)


@dataclass(frozen=True)
class Column:
    """One state: how many actions are in it, the first of them, and where all are listed."""

    state: StateWord
    count: int
    rows: list[ActionRow]
    url: str


@dataclass(frozen=True)
class Board:
    """The columns in the order of the states, what the board is narrowed to (labels), what was ignored."""

    columns: list[Column]
    chosen: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    list_url: str = ""


def board_for(parameters, user) -> Board:
    """The Board that parameters of an address (a QueryDict) ask for, of the actions of which `user` may know. At most
    ten queries, however many actions there are."""
    asked = Asked(parameters, user)
    rows = asked.narrowed(FollowUpAction.objects.visible_to(user))
    counts = asked.counts(rows)
    shown = list(rows_of(_first(rows, asked.states).select_related("organisation", "locale"), user).values())
    columns = [
        Column(word, counts.get(state, 0), _column(shown, state), asked.url(state=[state]))
        for state in asked.states
        for word in [state_word(state)]
    ]
    return Board(columns, asked.labels, asked.notices, asked.url())


def _first(rows, states):
    """The first of each state in one query: each part is found by the index of states and days."""
    parts = [Q(pk__in=_ordered(rows.filter(state=state), state).values("pk")[:SHOWN]) for state in states]
    return FollowUpAction.objects.filter(Q.create(parts, connector=Q.OR)) if parts else FollowUpAction.objects.none()


def _ordered(rows, state):
    """Of what has ended the last comes first."""
    return rows.order_by("-due_on", "code") if state in ENDED else rows.order_by("due_on", "code")


def _column(shown, state):
    """The rows of a state, in the order of `_ordered`."""
    rows = sorted((row for row in shown if row.state_key == state), key=attrgetter("code"))
    return sorted(rows, key=attrgetter("due_on"), reverse=state in ENDED)


class Asked:
    """What an address asks for: as of the list, what the reader may not be told of is unknown."""

    def __init__(self, parameters, user):
        query = RecordQuery.from_parameters(parameters, kind="action")
        scope = visible_to(user)
        settle(query, scope)
        statement = Statement(scope)
        self.user = user
        self.filters, notices = filters_of(query, statement, values_told(statement))
        words = [_("Words are looked for in the list; the board leaves them out.")] if query.text else []
        self.notices = [*query.notices, *notices, *words]
        wanted, left_out = (
            [each.value for each in by.pop("state", [])] for by in (self.filters.chosen, self.filters.excluded)
        )
        self.states = [state for state in State if (not wanted or state in wanted) and state not in left_out]

    @property
    def labels(self):
        """What it is narrowed to, in words."""
        names = facet_labels()
        found = [each.label for values in self.filters.chosen.values() for each in values]
        for name, values in self.filters.excluded.items():
            found += [_("not %(value)s (%(facet)s)") % {"value": each.label, "facet": names[name]} for each in values]
        return found

    def narrowed(self, rows):
        """Of a queryset of actions those that have what is asked for."""
        for values in self.filters.chosen.values():
            rows = rows.filter(_has(values))
        for values in self.filters.excluded.values():
            rows = rows.exclude(_has(values))
        return rows

    def counts(self, rows):
        """By state how many there are. Without a filter they are kept, as those of the list are."""
        if self.filters.chosen or self.filters.excluded:
            return dict(rows.order_by().values_list("state").annotate(Count("pk")))
        figures = Figures(self.user)
        return {state: figures.count("action", "state", state.value) for state in self.states}

    def url(self, **more):
        """The list with the same filters, and more."""
        state = {name: [each.value for each in values] for name, values in self.filters.chosen.items()}
        state |= {f"{name}!": [each.value for each in values] for name, values in self.filters.excluded.items()}
        pairs = [(name, value) for name, values in {**state, **more}.items() for value in values]
        return f"{reverse('actions:list')}?{urlencode(pairs)}" if pairs else reverse("actions:list")


def _has(values):
    ids = [each.id for each in values]
    return Exists(RecordFacet.objects.filter(value__in=ids, document__identity=OuterRef("key")))
