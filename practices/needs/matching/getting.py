"""What the card of a holding says of getting the data: how, under what, and whether they are still renewed."""

from datetime import date

from practices.holdings.enums import Consent, Freshness
from practices.holdings.freshness import freshness_of

from .facts import HoldingFacts, Said
from .scales import Scales

UNSETTLED = {
    Consent.NOT_ASKED: "owner_not_asked",
    Consent.ASKED: "owner_silent",
    Consent.REFUSED: "owner_refused",
}
UNAVAILABLE = frozenset({"not_available"})
BARELY = frozenset({"contact_only"})
UNKNOWN = frozenset({"", "unknown"})
"""Frequencies of which nobody knows anything."""
SAID_OF_AGE = {
    Freshness.FRESH: ("fresh", 2),
    Freshness.DUE: ("due", 0),
    Freshness.OVERDUE: ("late", -2),
    Freshness.DELINQUENT: ("late", -4),
}


def getting(holding: HoldingFacts, scales: Scales, today: date) -> list[Said]:
    """Reasons and shortfalls. That nobody knows how old the data are, or what their owner says, is a shortfall."""
    return [*_consent(holding), *_method(holding, scales), *_agreement(holding), *_age(holding, scales, today)]


def _consent(holding):
    if code := UNSETTLED.get(holding.consent):
        yield Said(code, is_shortfall=True)


def _method(holding, scales):
    method = holding.access_method
    params = {"method": method}
    if method in UNAVAILABLE:
        yield Said("access_none", -10, params=params, is_shortfall=True)
    elif scales.asks.get(method) is False and method in scales.limited:
        yield Said("access_limited", 2, params=params, is_shortfall=True)
    elif scales.asks.get(method) is False:
        yield Said("access_open", 5, params=params)
    elif method in scales.asks:
        yield Said("access_asked", -3 if method in BARELY else 0, params=params, is_shortfall=True)


def _agreement(holding):
    if holding.agreement:
        yield Said("agreement", params={"agreement": holding.agreement}, is_shortfall=True)


def _age(holding, scales, today):
    """How long ago the last update was, where the rhythm of updates says when one is late."""
    if holding.frequency in UNKNOWN:
        yield Said("updates_unknown", is_shortfall=True)
    # What is live or never changes cannot be late, so that it is not says nothing.
    if not holding.last_updated_on or not scales.days.get(holding.frequency):
        return
    state = freshness_of(scales.frequencies[holding.frequency], holding.last_updated_on, today)
    code, points = SAID_OF_AGE[state]
    params = {"on": holding.last_updated_on.isoformat(), "frequency": holding.frequency}
    yield Said(code, points, params=params, is_shortfall=state is not Freshness.FRESH)
