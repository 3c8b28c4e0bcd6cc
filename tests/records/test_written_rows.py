"""Rows of a page: read together, written where they changed, and nothing else with them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.records.models import RecordSource
from portal.records.written_rows import rows_held
from portal.taxonomy.models import Sector
from practices.models import PracticePage, PracticeStep
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice():
    made = make_record(
        PracticePage,
        steps=[PracticeStep(text="Ask"), PracticeStep(text="Agree"), PracticeStep(text="Share")],
        sources=[RecordSource(title="Minutes")],
        sectors=list(Sector.objects.order_by("pk")[:2]),
    )
    return PracticePage.objects.get(pk=made.pk)


def version_of(page):
    return PracticePage.objects.get(pk=page.pk).latest_revision.as_object()


def published(page):
    page.save_revision().publish()
    return PracticePage.objects.get(pk=page.pk)


def steps_of(page):
    return list(page.steps.values_list("text", flat=True))


def test_new_rows_stand_in_their_order_and_in_the_language_of_their_page(practice):
    assert steps_of(practice) == ["Ask", "Agree", "Share"]
    assert {row.locale_id for row in practice.steps.all()} == {practice.locale_id}


def test_only_what_changed_is_written(practice):
    # The first version knew its rows before they had numbers.
    practice = published(practice)
    numbers = list(practice.steps.values_list("pk", flat=True))
    version = version_of(practice)
    version.steps.all()[1].text = "Agree in writing"
    with CaptureQueriesContext(connection) as asked:
        practice = published(version)
    written = [query["sql"] for query in asked if "practicestep" in query["sql"] and "SELECT" not in query["sql"]]
    assert [sql.split()[0] for sql in written] == ["UPDATE"]
    assert steps_of(practice) == ["Ask", "Agree in writing", "Share"]
    assert list(practice.steps.values_list("pk", flat=True)) == numbers


def test_what_is_taken_out_goes_and_what_is_put_in_comes(practice):
    version = version_of(published(practice))
    first, _second, third = version.steps.all()
    third.sort_order, first.sort_order = 0, 2
    version.steps.set([third, PracticeStep(text="Write down", sort_order=1), first])
    version.sources.clear()
    version.sectors.set(list(Sector.objects.order_by("pk")[1:4]))
    after = published(version)
    assert steps_of(after) == ["Share", "Write down", "Ask"]
    assert not after.sources.exists()
    assert set(after.sectors.all()) == set(Sector.objects.order_by("pk")[1:4])


def test_an_older_version_brings_back_the_rows_that_it_had(practice):
    old = published(practice).latest_revision
    version = version_of(practice)
    version.steps.set(version.steps.all()[:1])
    assert steps_of(published(version)) == ["Ask"]
    old.publish()
    assert steps_of(PracticePage.objects.get(pk=practice.pk)) == ["Ask", "Agree", "Share"]


def test_rows_that_were_held_to_be_read_are_not_written_later(practice):
    with rows_held(practice):
        assert [row.text for row in practice.steps.all()] == ["Ask", "Agree", "Share"]
    PracticeStep.objects.filter(text="Agree").update(text="Agree in writing")
    practice.save()
    assert steps_of(practice) == ["Ask", "Agree in writing", "Share"]


def queries_of_publishing(page, summary):
    version = version_of(page)
    version.summary = summary
    with CaptureQueriesContext(connection) as asked:
        version.save_revision().publish()
    return len(asked)


def test_publishing_again_asks_as_much_whatever_the_number_of_rows(practice):
    practice = published(practice)
    of_few = queries_of_publishing(practice, "One thing")
    version = version_of(practice)
    version.steps.set([PracticeStep(text=f"Step {number}") for number in range(20)])
    practice = published(published(version))
    assert practice.steps.count() == 20
    assert queries_of_publishing(practice, "Another thing") == of_few
