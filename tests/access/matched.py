"""What may fit what in a world of the oracles, and what somebody said of that."""

from itertools import product

from portal.access.enums import Zone
from practices.needs.models import Mark, Match, MatchMark
from tests.access.planned import PUBLIC, Spec

SIDES = ("need", "holding")
"""The kinds on the two sides of a match."""


def match(world, canaries, by, today):
    """Each need may be fitted by each holding: said of the cards, of the details of each, of those of both."""
    of_kind = {side: [each for each in world.records.values() if each.kind.key == side] for side in SIDES}
    Match.objects.bulk_create(_match(*pair, today) for pair in product(*of_kind.values()))
    MatchMark.objects.bulk_create(_marks(**of_kind, canaries=canaries, by=by))


def _marks(need, holding, canaries, by):
    """Somebody has said why the public need and each holding fit, and each need and the public holding."""
    public = {Spec(record.kind, *PUBLIC).name for record in (need[0], holding[0])}
    for one, other in product(need, holding):
        shown = all(record.name.endswith(("published", "extra")) for record in (one, other))
        if shown and public & {one.name, other.name}:
            reason = canaries.token(
                one.name, f"mark with {other.name}", Zone.DETAILS, also=other.name, for_members=True
            )
            sides = {"need": one.identity, "holding": other.identity}
            yield MatchMark(**sides, mark=Mark.FITS, reason=f"{reason} words", by=by)


def _match(need, holding, today):
    """A Match whose reasons hold the canaries of the terms of both."""
    levels = {"has": holding.made.finest_level.key, "asked": need.made.coarsest_level.key}
    often = {"has": holding.made.update_frequency.key, "asked": need.made.frequency.key}
    kinds = {"asked": [kind.key for kind in need.made.data_kinds.all()]}
    uses = {"sector": holding.made.uses.get().sector.key, "decision": holding.made.uses.get().decision.key}
    return Match(
        need=need.identity,
        holding=holding.identity,
        reasons=[
            {"code": "kind_same", "points": 10, "closed": "", **kinds},
            {"code": "useful_for", "points": len(holding.name), "closed": "h", **uses},
        ],
        shortfalls=[
            {"code": "level_coarse", "points": -len(need.name), "closed": "nh", **levels},
            {"code": "too_seldom", "points": -1, "closed": "n", **often},
        ],
        found_on=today,
    )
