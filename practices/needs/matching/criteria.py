"""What the details say: how fine, which years, how often, told apart by what, useful for what, in which form."""

from .allowed import form
from .facts import HOLDING, NEED, HoldingFacts, NeedFacts, Said
from .scales import Scales

BOTH = NEED + HOLDING
LESS = frozenset({"form_coarse", "form_nothing"})
"""Where this may go to the asker, that finer data are held promises what they do not get."""


def details(need: NeedFacts, holding: HoldingFacts, scales: Scales) -> list[Said]:
    """All that there is to say; of what is unknown on either side nothing is said."""
    allowed = form(need, holding, scales)
    criteria = (_level, _years, _frequency)
    said = [each for criterion in criteria if (each := criterion(need, holding, scales))]
    if any(each.code in LESS for each in allowed):
        said = [each for each in said if each.code != "level_fine"]
    return [*said, *_apart(need, holding), *_use(need, holding), *allowed]


def _level(need, holding, scales):
    asked, has = scales.levels.get(need.level), scales.levels.get(holding.level)
    if asked is None or has is None:
        return None
    params = {"has": holding.level, "asked": need.level}
    if has >= asked:
        return Said("level_fine", 6, BOTH, params)
    return Said("level_coarse", -min(8, 2 * (asked - has)), BOTH, params, is_shortfall=True)


def _years(need, holding, scales):
    if not (need.from_year or need.to_year) or not (holding.from_year or holding.to_year):
        return None
    first, last = holding.from_year or 0, holding.to_year or 9999
    asked_first, asked_last = need.from_year or need.to_year, need.to_year or 9999
    params = {"first": holding.from_year, "last": holding.to_year}
    # A need without a last year wants what is held until today; what has ended is not that.
    if first <= asked_first and asked_last <= last:
        return Said("years_covered", 3, NEED, params)
    return Said("years_short", -4, NEED, params, is_shortfall=True)


def _frequency(need, holding, scales):
    asked, has = scales.days.get(need.frequency), scales.days.get(holding.frequency)
    if asked is None or has is None:
        return None
    params = {"has": holding.frequency, "asked": need.frequency}
    if has <= asked:
        return Said("often_enough", 4, NEED, params)
    return Said("too_seldom", -3, NEED, params, is_shortfall=True)


def _apart(need, holding):
    """In the order of the words, so that the same facts say the same."""
    for code, wanted, points in (("apart", True, 2), ("not_apart", False, -3), ("apart_unknown", None, 0)):
        if by := [way for way in sorted(need.apart) if holding.apart.get(way) is wanted]:
            yield Said(code, points, BOTH, {"by": by}, is_shortfall=wanted is not True)


def _use(need, holding):
    """The closest of the uses that the holding is said to have: for this sector and decision, or for one of them."""
    best = None
    for sector, decision in sorted(holding.uses):
        is_sector, is_decision = sector in need.sectors, decision in need.decisions
        points = 10 if is_sector and is_decision else 6 if is_sector else 4 if is_decision else 0
        if points and (best is None or points > best.points):
            best = Said("useful_for", points, BOTH, {"sector": sector, "decision": decision})
    return [best] if best else []
