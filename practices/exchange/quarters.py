"""Quarters of years as numbers that count on, and the periods of two years in which they are put together."""

from datetime import date

PER_PERIOD = 8
"""Quarters in a period: two calendar years, the first of them even."""
PERIODS = 2
"""How many periods are told of, with that of now. At the most four years: requests are kept for five."""


def quarter_of(day: date) -> int:
    """The number of the quarter that a day lies in."""
    return day.year * 4 + (day.month - 1) // 3


def first_day(quarter: int) -> date:
    """The day on which a quarter begins."""
    year, number = divmod(quarter, 4)
    return date(year, number * 3 + 1, 1)


def period_of(quarter: int) -> int:
    """The number of the period that a quarter lies in."""
    return quarter // PER_PERIOD


def told_on(day: date) -> range:
    """The quarters of which something may be told on a day: all that are over, of the periods that are told of."""
    now = quarter_of(day)
    return range((period_of(now) - PERIODS + 1) * PER_PERIOD, now)
