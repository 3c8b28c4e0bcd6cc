"""Read again: nothing happens where nothing changed; what a person edited stays; what is gone is flagged."""

import pytest
from wagtail.models import Revision

from portal.access.models import RecordIdentity
from portal.access.services import withdraw_record
from portal.harvest.models import HarvestedRecord, HarvestRun
from portal.harvest.services import NotRead
from portal.records.models import Submission
from portal.records.submissions import save_draft, submit_for_review
from practices.holdings.models import DataHoldingPage
from tests.factories.people import editor
from tests.factories.records import make_record
from tests.harvest.acts import edited, parts, published, taken_back
from tests.harvest.answers import KEY, REAL, SITE, bring, codes, draft, entry, other, package, search

pytestmark = pytest.mark.django_db


def test_the_second_run_changes_nothing_and_writes_no_version():
    bring(search(package(), other(1)))
    versions, submissions = Revision.objects.count(), Submission.objects.count()

    run = bring(search(package(), other(1)))

    assert parts(run) == {}
    assert run.report["unchanged"] == 2
    assert (Revision.objects.count(), Submission.objects.count()) == (versions, submissions)
    assert DataHoldingPage.objects.count() == 2


def test_the_second_run_of_a_real_answer_changes_nothing():
    bring(REAL.read_bytes())
    versions = Revision.objects.count()

    run = bring(REAL.read_bytes())

    assert (parts(run), run.report["unchanged"], Revision.objects.count()) == ({}, 10, versions)


def test_what_changed_at_the_source_is_written_and_sent_again():
    first = bring(search(package()))

    run = bring(search(package(title="Hazards, second edition", data_update_frequency="365")))

    assert parts(run) == {"changed": 1}
    said = {name: (before, after) for name, before, after in run.report["changed"][0]["fields"]}
    assert said["update_frequency"] == ("monthly", "yearly")
    assert said["title"] == ("Hazards of Exampleland", "Hazards, second edition")
    assert set(said) == {"title", "update_frequency", "sources"}
    assert draft().title == "Hazards, second edition"
    assert entry().current_workflow_task_state.revision_id == entry().latest_revision_id
    assert (first.submission.parts.count(), run.submission.parts.count()) == (0, 1)


def test_what_a_person_edited_stays_field_by_field():
    bring(search(package()))
    taken_back()
    edited(title="Our own title", summary="")

    run = bring(search(package(title="Their new title", caveats="None.")))

    page = draft()
    assert (page.title, page.summary, page.known_quality) == ("Our own title", "", "<p>None.</p>")
    kept = dict(run.report["kept"][0]["fields"])
    assert kept == {
        "title": "Their new title",
        "summary": "All the hazards that are known in the country. See the page.",
    }
    assert [name for name, *_ in run.report["changed"][0]["fields"]] == ["known_quality", "sources"]


def test_rows_and_terms_that_a_person_edited_stay():
    bring(search(package()))
    taken_back()
    page = draft()
    page.countries.set([])
    page.sources.set([])
    save_draft(page=page, by=editor())

    bring(search(package(groups=[{"name": "ago"}])))

    assert (list(draft().countries.all()), list(draft().sources.all())) == ([], [])


def test_a_field_that_a_person_set_back_follows_again():
    bring(search(package()))
    taken_back()
    edited(title="Our own title")
    bring(search(package()))
    edited(title="Hazards of Exampleland")

    bring(search(package(title="Their new title")))

    assert draft().title == "Their new title"


def test_what_a_form_marks_anew_is_not_edited():
    bring(search(package()))
    taken_back()
    edited(known_quality='<p data-block-key="x1y2z">Half of them have no date.</p>')

    bring(search(package(caveats="All have a date.")))

    assert draft().known_quality == "<p>All have a date.</p>"


def test_a_persons_version_that_waits_for_review_is_left():
    bring(search(package()))
    taken_back()
    edited(summary="Mine")
    submit_for_review(page=entry(), by=None)
    versions = Revision.objects.count()

    run = bring(search(package(title="Their new title")))

    assert [line["why"] for line in run.report["waits"]] == ["in_review"]
    assert (Revision.objects.count(), draft().title) == (versions, "Hazards of Exampleland")
    taken_back()
    assert codes(bring(search(package(title="Their new title"))), "changed") == [KEY]


def test_what_a_person_has_not_sent_is_not_sent_for_them():
    bring(search(package()))
    published()
    edited(summary="Not ready yet")

    run = bring(search(package(title="Their new title")))

    assert [line["why"] for line in run.report["waits"]] == ["in_draft"]
    assert (draft().title, draft().summary) == ("Their new title", "Not ready yet")
    assert (entry().title, run.submission) == ("Hazards of Exampleland", None)


def test_what_is_gone_is_flagged_and_stays():
    bring(search(package(), other(1)))

    run = bring(search(other(1)))

    assert codes(run, "gone") == [KEY]
    assert HarvestedRecord.objects.get(key=KEY).gone_since is not None
    assert draft().title == "Hazards of Exampleland"
    assert codes(bring(search(other(1))), "gone") == []
    back = bring(search(package(), other(1)))
    assert (codes(back, "back"), HarvestedRecord.objects.get(key=KEY).gone_since) == ([KEY], None)


def test_what_the_catalogue_calls_deleted_is_gone():
    bring(search(package(), other(1)))

    assert codes(bring(search(package(state="deleted"), other(1))), "gone") == [KEY]


@pytest.mark.parametrize(
    ("content", "options"),
    [
        (search(other(1), count=2), {}),
        (search(other(1)), {"is_part": True}),
        (search(), {}),
    ],
    ids=["not all pages", "a part", "an empty answer"],
)
def test_what_is_no_whole_answer_flags_nothing(content, options):
    bring(search(package(), other(1)))

    bring(content, **options)

    assert not HarvestedRecord.objects.exclude(gone_since=None).exists()


def test_a_file_that_cannot_be_read_leaves_everything_as_it_was():
    bring(search(package()))
    before = (Revision.objects.count(), HarvestRun.objects.count(), HarvestedRecord.objects.get().read_at)

    with pytest.raises(NotRead):
        bring(b"<html>502</html>")

    assert (Revision.objects.count(), HarvestRun.objects.count(), HarvestedRecord.objects.get().read_at) == before


def test_what_was_erased_or_withdrawn_here_is_not_made_again():
    bring(search(package(), other(1)))
    RecordIdentity.objects.filter(pk=entry().translation_key).delete()
    DataHoldingPage.objects.get(title="Hazards of Exampleland").delete()
    withdraw_record(identity=entry(other(1)["id"]).identity, by=editor())

    run = bring(search(package(title="Again"), other(1, title="Again")))

    assert {line["why"] for line in run.report["refused"]} == {"erased", "withdrawn"}
    assert [page.draft_title for page in DataHoldingPage.objects.all()] == ["Hazards of region 1"]


def test_an_entry_that_names_the_address_already_is_not_doubled():
    there = make_record(DataHoldingPage, title="Written by a member", data_url=f"{SITE}/dataset/hazards-of-exampleland")

    run = bring(search(package()))

    assert [(line["why"], line["code"]) for line in run.report["refused"]] == [("there", there.identity.code)]
    assert DataHoldingPage.objects.get() == there
