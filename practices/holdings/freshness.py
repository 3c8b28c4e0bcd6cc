"""Whether the data of a holding are as new as its update frequency promises, by the days of the vocabulary."""

from practices.holdings.enums import Freshness

ALWAYS_FRESH = {"0", "-1"}
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
    if frequency is None or holding.last_updated_on is None:
        return Freshness.UNKNOWN
    if frequency.attributes.get("hdx_code") in ALWAYS_FRESH:
        return Freshness.FRESH
    if not frequency.attributes.get("days"):
        return Freshness.UNKNOWN
    age = (today - holding.last_updated_on).days
    reached = (state for column, state in LIMITS if age >= _days(frequency, column))
    return next(reached, Freshness.FRESH)


def _days(frequency, column):
    """Days of a column; a term without them, added by editors, has only its due day."""
    value = frequency.attributes.get(column)
    return int(value) if value else float("inf")
