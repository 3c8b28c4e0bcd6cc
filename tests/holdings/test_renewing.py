"""What a list says of freshness follows the day."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal.search.models import RecordCard
from portal.taxonomy.models import UpdateFrequency
from practices.holdings.renewing import renew_freshness
from tests.holdings.holdings import make_holding

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def weekly():
    frequency = UpdateFrequency.objects.get(key="weekly")
    return lambda age, **more: make_holding(
        update_frequency=frequency, last_updated_on=TODAY - timedelta(days=age), **more
    )


@pytest.mark.parametrize(
    ("age", "number"), [(0, 0), (6, 0), (7, 1), (9, 1), (10, 0), (13, 0), (14, 1), (21, 1), (23, 1), (24, 0)]
)
def test_only_what_became_late_in_the_last_days_is_renewed(weekly, age, number):
    weekly(age)

    assert renew_freshness(TODAY) == number


def test_drafts_and_what_has_no_date_are_left_alone(weekly):
    weekly(7, publish=False)
    make_holding(update_frequency=UpdateFrequency.objects.get(key="weekly"))

    assert renew_freshness(TODAY) == 0


def test_the_list_says_it(weekly, monkeypatch):
    monkeypatch.setattr("practices.holdings.row.timezone.localdate", lambda: TODAY - timedelta(days=1))
    weekly(7)
    before = RecordCard.objects.get(title="Database of hazards").facts
    monkeypatch.undo()

    call_command("renew_freshness")

    after = RecordCard.objects.get(title="Database of hazards").facts
    assert ["Fresh?", "Up to date; Every week", False] in before["en"]
    assert ["Fresh?", "Update due; Every week", False] in after["en"]
