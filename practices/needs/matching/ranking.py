"""The best holdings of each need, found through kinds and places: no need is compared with all holdings."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from heapq import nlargest

from .criteria import details
from .facts import HoldingFacts, NeedFacts, Said
from .getting import getting
from .judging import Cards
from .scales import Scales

MOST = 20
"""Matches that are kept of one need, of each set of holdings that the same people may know of; a page shows ten."""
LEAST = 30
"""Points of the cards alone below which it is no match: a kind that is only close, of one country out of all."""
ANYWHERE = ""


class Index:
    """Holdings by kind of data and country; those without a country under ANYWHERE."""

    def __init__(self, holdings: Iterable[HoldingFacts]):
        self.by_place = defaultdict(list)
        for holding in holdings:
            for kind in holding.kinds:
                for country in holding.countries or {ANYWHERE}:
                    self.by_place[kind, country].append(holding)
                if holding.countries and holding.coverage:
                    self.by_place[kind, ANYWHERE].append(holding)
        self.by_kind = defaultdict(list)
        for (kind, _), found in self.by_place.items():
            self.by_kind[kind] += found

    def candidates(self, need: NeedFacts, scales: Scales) -> Iterable[HoldingFacts]:
        """Those that hold a related kind where the need looks, each once."""
        kinds = {key for kind in need.kinds for key in scales.related.get(kind, ())}
        if need.countries:
            places = [(kind, country) for kind in kinds for country in (*need.countries, ANYWHERE)]
            lists = [self.by_place[place] for place in places if place in self.by_place]
        else:
            lists = [self.by_kind[kind] for kind in kinds if kind in self.by_kind]
        return {holding.key: holding for found in lists for holding in found}.values()


def rank(
    need: NeedFacts, index: Index, scales: Scales, today: date, whole: Callable | None = None
) -> list[tuple[HoldingFacts, list[Said]]]:
    """The best of the candidates with all that is said of each.

    Where the index holds cards alone, `whole(keys)` reads the HoldingFacts of those that are kept.
    """
    kept = _kept(need, index, scales, today)
    facts = {holding.key: holding for holding in whole([holding.key for holding, _ in kept])} if whole else {}
    return [
        (holding, [*said, *details(need, facts.get(holding.key, holding), scales), *getting(holding, scales, today)])
        for holding, said in kept
    ]


def _kept(need, index, scales, today):
    """The best of the candidates with what their cards say.

    Which ones they are follows from that, and among holdings that the same people may know of: what one may not know
    of takes nobody's place, and what one may not read moves nothing.
    """
    groups, cards = defaultdict(list), Cards(need, scales)
    for holding in index.candidates(need, scales):
        said = cards.said(holding)
        points = sum(each.points for each in said)
        if said and points >= LEAST:
            groups[holding.seen_by].append((points, holding, said))
    return [(holding, said) for group in groups.values() for _, holding, said in _best(group, scales, today)]


def _best(group, scales, today):
    """The best of a group by all that their cards say; of equal ones always the same."""
    if len(group) <= MOST:
        return group

    def place(each):
        points, holding, _ = each
        return points + sum(said.points for said in getting(holding, scales, today)), holding.key.int

    return nlargest(MOST, group, key=place)
