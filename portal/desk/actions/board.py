"""The board: a column for each state, the most urgent first, with the same filters as the list."""

from dataclasses import dataclass, field
from operator import attrgetter
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from events.actions.enums import State
from events.actions.models import FollowUpAction
from events.actions.reading import ActionRow, rows_of, state_word
from portal.core.kept_pages import LONGEST_QUERY
from portal.desk.actions.columns import ENDED, counts_by_state, first_of_each
from portal.records.shown import StateWord
from portal.search.audience import visible_to
from portal.search.engines.filters import filters_of
from portal.search.engines.statement import Statement
from portal.search.engines.values import values_told
from portal.search.kept import kept_for_reader
from portal.search.named_filters import settle
from portal.search.query import RecordQuery, facet_labels

SHOWN = 8
"""Actions of a column; the list has the others."""


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
    ten queries, however many actions there are; kept for who signed in, as lists are."""
    address = parameters.urlencode()
    if "q" in parameters or len(address) > LONGEST_QUERY:
        return _made(parameters, user)
    return kept_for_reader(user, "board", address, lambda: _made(parameters, user))


def _made(parameters, user):
    scope = visible_to(user)
    asked = Asked(parameters, scope)
    counts = counts_by_state(scope, asked)
    first = FollowUpAction.objects.filter(pk__in=first_of_each(scope, asked, SHOWN))
    shown = list(rows_of(first, user).values())
    columns = [
        Column(word, counts.get(state, 0), _column(shown, state), asked.url(state=[state]))
        for state in asked.states
        for word in [state_word(state)]
    ]
    return Board(columns, asked.labels, asked.notices, asked.url())


def _column(shown, state):
    """The rows of a state, in the order of `first_of_each`."""
    rows = sorted((row for row in shown if row.state_key == state), key=attrgetter("code"))
    return sorted(rows, key=attrgetter("due_on"), reverse=state in ENDED)


class Asked:
    """What an address asks for: as of the list, what the reader may not be told of is unknown."""

    def __init__(self, parameters, scope):
        query = RecordQuery.from_parameters(parameters, kind="action")
        settle(query, scope)
        self.told = values_told(Statement(scope))
        self.filters, notices = filters_of(query, Statement(scope), self.told)
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

    def url(self, **more):
        """The list with the same filters, and more."""
        state = {name: [each.value for each in values] for name, values in self.filters.chosen.items()}
        state |= {f"{name}!": [each.value for each in values] for name, values in self.filters.excluded.items()}
        pairs = [(name, value) for name, values in {**state, **more}.items() for value in values]
        return f"{reverse('actions:list')}?{urlencode(pairs)}" if pairs else reverse("actions:list")
