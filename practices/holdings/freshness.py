"""Whether data are as new as their update frequency promises, by the days of the vocabulary."""

from collections.abc import Mapping
from datetime import date

from practices.holdings.enums import Freshness

LIVE = "0"
ALWAYS_FRESH = {LIVE, "-1"}
"""HDX codes of what cannot be late: live data, and data that never change."""
LIMITS = (
    ("delinquent_at_age", Freshness.DELINQUENT),
    ("overdue_at_age", Freshness.OVERDUE),
    ("days", Freshness.DUE),
)
"""Columns of the vocabulary, in days since the last update, from the latest; on that day the state begins."""


def freshness(holding, today):
    """The Freshness of a DataHoldingPage on a day (a date).

    Unknown where frequency or last update is not known, and where updates come as they are needed.
    """
    frequency = holding.update_frequency
    return freshness_of(frequency.attributes if frequency else {}, holding.last_updated_on, today)


def freshness_of(frequency: Mapping[str, str], last_updated_on: date | None, today: date) -> Freshness:
    """The same by the columns of the vocabulary of update frequencies."""
    if not frequency or last_updated_on is None:
        return Freshness.UNKNOWN
    if str(frequency.get("hdx_code")) in ALWAYS_FRESH:
        return Freshness.FRESH
    if not frequency.get("days"):
        return Freshness.UNKNOWN
    age = (today - last_updated_on).days
    reached = (state for column, state in LIMITS if age >= _days(frequency, column))
    return next(reached, Freshness.FRESH)


def days_between(frequency: Mapping[str, str]) -> int | None:
    """Days between two updates: 0 for live data; None where they come at no known rhythm."""
    if str(frequency.get("hdx_code")) == LIVE:
        return 0
    return int(frequency["days"]) if frequency.get("days") else None


def _days(frequency, column):
    """Days of a column; a term without them, added by editors, has only its due day."""
    value = frequency.get(column)
    return int(value) if value else float("inf")
