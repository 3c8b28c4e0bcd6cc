"""The best holdings of each need, found through kinds and places: no need is compared with all holdings."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from heapq import nlargest

from .criteria import details
from .facts import HoldingFacts, NeedFacts, Said
from .getting import getting
from .judging import judge_cards
from .scales import Scales

MOST = 50
"""Matches that are kept of one need, of each set of holdings that the same people may know of."""
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


def rank(need: NeedFacts, index: Index, scales: Scales, today: date) -> list[tuple[HoldingFacts, list[Said]]]:
    """The best of the candidates with all that is said of each.

    Which ones are kept follows from what their cards say, and among holdings that the same people may know of: what one
    may not know of takes nobody's place, and what one may not read moves nothing.
    """
    groups = defaultdict(list)
    for holding in index.candidates(need, scales):
        if said := judge_cards(need, holding, scales):
            groups[holding.seen_by].append((sum(each.points for each in said), holding.key.int, holding, said))
    kept = []
    for group in groups.values():
        best = group if len(group) <= MOST else nlargest(MOST, group, key=lambda each: each[:2])
        kept += [(holding, _whole(need, holding, said, scales, today)) for _, _, holding, said in best]
    return kept


def _whole(need, holding, said, scales, today):
    return [*said, *details(need, holding, scales), *getting(holding, scales, today)]
