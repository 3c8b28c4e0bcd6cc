"""Whether what a holding covers is where a need looks."""

from .facts import HoldingFacts, NeedFacts, Said

WORLD = "global"
SEVERAL = "multi_country"
ALL, WHOLE_WORLD, PART, ONE_OF_MANY, UNCLEAR = 25, 20, 21, 12, 4


def place(need: NeedFacts, holding: HoldingFacts) -> list[Said]:
    """What there is to say of the place; an empty list when the two have no place in common, or nobody knows one."""
    if not need.countries:
        return _anywhere(holding)
    common = need.countries & holding.countries
    if common:
        return _common(common, need.countries - common)
    if holding.coverage == WORLD:
        return [Said("place_world", WHOLE_WORLD)]
    if holding.coverage == SEVERAL and not holding.countries:
        return [Said("place_unclear", UNCLEAR, is_shortfall=True)]
    return []


def _anywhere(holding):
    """Of a need that names no country: whatever is held helps somewhere."""
    if holding.coverage == WORLD:
        return [Said("place_world", ALL)]
    if holding.countries:
        return [Said("place_only", ONE_OF_MANY, params={"countries": sorted(holding.countries)}, is_shortfall=True)]
    if holding.coverage:
        return [Said("place_unclear", UNCLEAR, is_shortfall=True)]
    return []


def _common(common, missing):
    said = [Said("place_same", PART if missing else ALL, params={"countries": sorted(common)})]
    if missing:
        said.append(Said("place_missing", params={"countries": sorted(missing)}, is_shortfall=True))
    return said
