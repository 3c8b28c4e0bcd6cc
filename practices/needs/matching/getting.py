"""What the card of a holding says of getting the data: how, under what, and whether they are still renewed."""

from datetime import date

from .facts import HoldingFacts, Said
from .scales import Scales

UNAVAILABLE = frozenset({"not_available"})
BARELY = frozenset({"contact_only"})


def getting(holding: HoldingFacts, scales: Scales, today: date) -> list[Said]:
    """Reasons and shortfalls; of what is unknown nothing is said."""
    return [*_method(holding, scales), *_agreement(holding), *_age(holding, scales, today)]


def _method(holding, scales):
    method = holding.access_method
    if method not in scales.asks:
        return
    if not scales.asks[method]:
        yield Said("access_open", 5, params={"method": method})
    else:
        points = -10 if method in UNAVAILABLE else -3 if method in BARELY else 0
        yield Said("access_asked", points, params={"method": method}, is_shortfall=True)


def _agreement(holding):
    if holding.agreement:
        yield Said("agreement", params={"agreement": holding.agreement}, is_shortfall=True)


def _age(holding, scales, today):
    """How long ago the last update was, where the rhythm of updates says when one is late."""
    if not holding.last_updated_on or holding.frequency not in scales.late:
        return
    age = (today - holding.last_updated_on).days
    overdue, delinquent = scales.late[holding.frequency]
    params = {"on": holding.last_updated_on.isoformat(), "frequency": holding.frequency}
    if age < overdue:
        yield Said("fresh", 2, params=params)
    else:
        yield Said("late", -4 if age >= delinquent else -2, params=params, is_shortfall=True)
