"""Of one direction: which kinds of data one side has and the other needs, and what goes already."""

from collections import Counter
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import FlowState, Sector
from practices.exchange.columns import columns_for
from practices.exchange.links import HAS, NEEDS, Links
from practices.exchange.queries.parties import mine_action


@dataclass(frozen=True)
class Meeting:
    """A kind of data: how many holdings the one side has, how many needs the other, of which sectors, and how many
    flows go this way now; `others` are those that do not, as pairs of words (“2: Ended”) and address."""

    label: str
    has: int
    has_url: str
    needs: int
    needs_url: str
    asked_by: list[str]
    flows: int
    flows_url: str
    others: list[tuple[str, str]]


def one_way(entries, direction):
    """The Entries with only those flows that go this way, as far as the sectors of who gives and takes are known."""
    if not direction:
        return entries
    own = mine_action()
    flows = [flow for flow in entries.flows if _goes(entries, flow, direction == "from_mine_action", own)]
    return replace(entries, flows=flows)


def _goes(entries, flow, from_own, own):
    gives, takes = entries.sectors_of(flow.givers), entries.sectors_of(flow.takers)
    here, there = (gives, takes) if from_own else (takes, gives)
    # Who works in mine action alone stands on its side only.
    return not own.isdisjoint(here) and not (there and there <= own)


def meetings_of(entries, asked) -> list[Meeting]:
    """A Meeting for each kind of data of which one side says something; the Entries go one way already."""
    if not asked.direction:
        return []
    making = Making(entries, asked)
    found = [making.meeting(column) for column in columns_for(entries, asked)]
    return [meeting for meeting in found if meeting.has or meeting.needs or meeting.flows or meeting.others]


class Making:
    """What all Meetings of a page have in common."""

    def __init__(self, entries, asked):
        self.own, self.from_own = mine_action(), asked.direction == "from_mine_action"
        self.holdings = [each for each in entries.holdings if self._is_of(each, self.from_own)]
        self.needs = [each for each in entries.needs if self._is_of(each, not self.from_own)]
        self.flows, self.states = entries.flows, kept_terms(FlowState)
        self.links = Links(asked, {state for _, state in entries.closed})

    def _is_of(self, entry, is_own):
        """Whether it is of mine action, or of others alone: what is of both is no news to mine action."""
        return entry.sectors.isdisjoint(self.own) != is_own

    def meeting(self, column):
        has, wanted, go = (
            [each for each in some if each.kinds & column.pks] for some in (self.holdings, self.needs, self.flows)
        )
        sectors = frozenset().union(*(each.sectors for each in wanted))
        by_state = Counter(flow.state for flow in go)
        running = [pk for pk in self.states if by_state[pk] and self.states[pk].flag("takes_place")]
        return Meeting(
            label=column.label,
            has=len(has),
            has_url=self.links.of_side(HAS, column, self.from_own),
            needs=len(wanted),
            needs_url=self.links.of_side(NEEDS, column, not self.from_own),
            asked_by=[sector.label for pk, sector in kept_terms(Sector).items() if pk in sectors],
            flows=sum(by_state[pk] for pk in running),
            flows_url=self.links.of_flows(column, [self.states[pk].key for pk in running]),
            others=[
                self._other(column, pk, by_state[pk])
                for pk in (*self.states, None)
                if by_state[pk] and pk not in running
            ],
        )

    def _other(self, column, state, count):
        """How many flows are in a state in which nothing goes; of those without one there is no list."""
        if state is None:
            return _said(_("state not known"), count), ""
        return _said(self.states[state].label, count), self.links.of_flows(column, [self.states[state].key])


def _said(label, count):
    return _("%(label)s: %(number)s") % {"label": label, "number": count}
