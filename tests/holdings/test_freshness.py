"""Due, overdue and long overdue begin on the day that the vocabulary says, not one earlier or later."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.taxonomy.models import UpdateFrequency
from practices.holdings.enums import Freshness
from practices.holdings.freshness import freshness
from practices.holdings.models import DataHoldingPage

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)
BEGINS = {
    "daily": (1, 2, 3),
    "every_two_days": (2, 4, 6),
    "weekly": (7, 14, 21),
    "two_weekly": (14, 21, 28),
    "monthly": (30, 44, 60),
    "two_monthly": (60, 84, 108),
    "quarterly": (90, 120, 150),
    "four_monthly": (120, 147, 174),
    "half_yearly": (180, 210, 240),
    "yearly": (365, 425, 455),
    "two_yearly": (730, 785, 840),
}
"""In days since the last update: due, overdue, long overdue (figures of HDX)."""


@pytest.fixture
def state():
    """The freshness of a holding of some frequency and age."""
    terms = {term.key: term for term in UpdateFrequency.objects.all()}

    def of(frequency, age):
        updated = None if age is None else TODAY - timedelta(days=age)
        holding = DataHoldingPage(update_frequency=terms.get(frequency), last_updated_on=updated)
        return freshness(holding, TODAY)

    return of


@pytest.mark.parametrize("frequency", BEGINS)
def test_each_state_begins_on_its_day(state, frequency):
    due, overdue, delinquent = BEGINS[frequency]

    ages = (0, due - 1, due, overdue - 1, overdue, delinquent - 1, delinquent, delinquent + 1000)
    assert [state(frequency, age) for age in ages] == [
        Freshness.FRESH, Freshness.FRESH, Freshness.DUE, Freshness.DUE, Freshness.OVERDUE, Freshness.OVERDUE,
        Freshness.DELINQUENT, Freshness.DELINQUENT,
    ]  # fmt: skip


@given(frequency=st.sampled_from(sorted(BEGINS)), age=st.integers(-400, 2000))
def test_at_any_age_it_is_what_the_days_say(frequency, age):
    begins = BEGINS[frequency]
    holding = DataHoldingPage(
        update_frequency=UpdateFrequency.objects.get(key=frequency), last_updated_on=TODAY - timedelta(days=age)
    )

    reached = sum(age >= day for day in begins)
    wanted = [Freshness.FRESH, Freshness.DUE, Freshness.OVERDUE, Freshness.DELINQUENT][reached]
    assert freshness(holding, TODAY) == wanted


@pytest.mark.parametrize(
    ("frequency", "age", "wanted"),
    [
        ("live", 5000, Freshness.FRESH),
        ("never", 5000, Freshness.FRESH),
        ("as_needed", 10, Freshness.UNKNOWN),
        ("unknown", 10, Freshness.UNKNOWN),
        ("none at all", 10, Freshness.UNKNOWN),
        ("monthly", None, Freshness.UNKNOWN),
        ("live", None, Freshness.UNKNOWN),
    ],
)
def test_what_has_no_days_is_never_late_and_nothing_is_guessed(state, frequency, age, wanted):
    assert state(frequency, age) == wanted


def test_a_frequency_that_editors_added_without_days_says_nothing():
    own = UpdateFrequency.objects.create(key="each_season", label_en="Each season")

    assert freshness(DataHoldingPage(update_frequency=own, last_updated_on=TODAY), TODAY) == Freshness.UNKNOWN
