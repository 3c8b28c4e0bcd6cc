"""Of one direction: which kinds of data one side has and the other needs, and what goes already."""

from dataclasses import dataclass, replace

from portal.core.languages import under_prefix
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Sector
from practices.exchange.asked import list_url
from practices.exchange.matrix import columns_for
from practices.exchange.queries.parties import MINE_ACTION, mine_action


@dataclass(frozen=True)
class Meeting:
    """A kind of data: how many holdings the one side has, how many needs the other, of which sectors, and how many
    flows go this way."""

    label: str
    has: int
    has_url: str
    needs: int
    needs_url: str
    asked_by: list[str]
    flows: int
    flows_url: str


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
    own, from_own = mine_action(), asked.direction == "from_mine_action"
    holdings = [each for each in entries.holdings if _side(each.sectors, own, from_own)]
    needs = [each for each in entries.needs if _side(each.sectors, own, not from_own)]
    columns = columns_for(entries, asked)
    found = [_meeting(column, holdings, needs, entries.flows, asked) for column in columns]
    return [meeting for meeting in found if meeting.has or meeting.needs or meeting.flows]


def _side(sectors, own, is_own):
    """The sectors of one side only: those of mine action, or the others."""
    return sectors & own if is_own else sectors - own


def _meeting(column, holdings, needs, flows, asked):
    own, from_own = mine_action(), asked.direction == "from_mine_action"
    has, wanted, go = ([each for each in some if each.kinds & column.pks] for some in (holdings, needs, flows))
    sectors = frozenset().union(*(_side(each.sectors, own, not from_own) for each in wanted))
    filters = {"country": asked.chosen.get("country", ()), "data_kind": column.key}
    ours = {"sector": MINE_ACTION}
    return Meeting(
        label=column.label,
        has=len(has),
        has_url=list_url(under_prefix("/holdings/"), **filters, **(ours if from_own else {})),
        needs=len(wanted),
        needs_url=list_url(under_prefix("/needs/"), **filters, **({} if from_own else ours)),
        asked_by=[sector.label for pk, sector in kept_terms(Sector).items() if pk in sectors],
        flows=len(go),
        flows_url=asked.url(part="table", data_kind=column.key),
    )
