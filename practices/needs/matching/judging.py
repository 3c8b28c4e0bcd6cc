"""One need and one holding: no match, or all that speaks for it and against it."""

from collections import defaultdict
from datetime import date

from .criteria import details
from .facts import HoldingFacts, NeedFacts, Said
from .getting import getting
from .kinds import EXACT, Relation, best_relations
from .places import place
from .scales import Scales

KIND = 45
OWN_SECTOR = -25
NO_ONE_SECTOR = frozenset({"multi_sector", "humanitarian_general", "coordination"})
"""Sectors that stand for all of them: to share one says nothing."""
CODES = {
    Relation.SAME: "kind_same",
    Relation.WITHIN: "kind_within",
    Relation.BROADER: "kind_broader",
    Relation.WITHIN_OTHER: "kind_within",
    Relation.BROADER_OTHER: "kind_broader",
    Relation.CLOSE: "kind_close",
}


def judge(need: NeedFacts, holding: HoldingFacts, scales: Scales, today: date) -> list[Said]:
    """What speaks for and against the holding; an empty list when it is no match.

    A match needs kinds of data that answer what is asked, and a place in common. It is never what the asker itself
    owns or keeps. Whether it is a match follows from the cards alone.
    """
    said = Cards(need, scales).said(holding)
    return said and said + details(need, holding, scales) + getting(holding, scales, today)


class Cards:
    """What the cards say of one need and many holdings. Of the kinds of data it is worked out once for all holdings
    that hold the same of what answers the need."""

    def __init__(self, need: NeedFacts, scales: Scales):
        self.need, self.related = need, scales.related
        self.near = frozenset(key for kind in need.kinds for key in scales.related.get(kind, ()))
        self._known = {}

    def said(self, holding: HoldingFacts) -> list[Said]:
        """What there is to say of kinds, place and sector; an empty list when it is no match."""
        need, held = self.need, self.near & holding.kinds
        if not held or need.askers & holding.holders or not (where := place(need, holding)):
            return []
        if held not in self._known:
            found = best_relations(need.kinds, held, self.related)
            self._known[held] = found, _kinds(need, found)
        found, kinds = self._known[held]
        sector = own_sector(need, holding, found)
        return [] if sector is None else [*kinds, *where, *sector]


def own_sector(need, holding, found):
    """What there is to say when the holding is of the asker's own sector; None when it is no answer for that reason.

    What one lacks is usually held by others: one's own sector counts when it has nearly all that is asked.
    """
    if not holding.sectors or not holding.sectors <= need.sectors:
        return []
    if holding.sectors & NO_ONE_SECTOR:
        return [] if _exact(found) else None
    if 3 * _exact(found) < 2 * len(need.kinds):
        return None
    return [Said("own_sector", OWN_SECTOR, params={"sectors": sorted(holding.sectors)}, is_shortfall=True)]


def _exact(found):
    return sum(relation in EXACT for relation, _ in found.values())


def _kinds(need, found):
    """Closest first; the points stand with the first, since they are of all together."""
    shares = [relation for relation, _ in found.values()]
    points = round(KIND * (0.7 * max(shares) + 0.3 * sum(shares) / len(need.kinds)) / 100)
    groups = defaultdict(list)
    for asked, (relation, held) in found.items():
        groups[relation].append((asked, held))
    said = []
    for relation in sorted(groups, reverse=True):
        params = {"asked": [asked for asked, _ in groups[relation]]}
        if relation is not Relation.SAME:
            params["held"] = sorted({key for _, held in groups[relation] for key in held})
        said.append(Said(CODES[relation], 0 if said else points, params=params))
    if missing := [kind for kind in need.kinds if kind not in found]:
        said.append(Said("kind_missing", params={"asked": missing}, is_shortfall=True))
    return said
