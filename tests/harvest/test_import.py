"""A file becomes drafts; the second time nothing happens; what a person edited stays; what is gone is flagged."""

import pytest
from django.utils import timezone
from wagtail.models import Revision

from portal.access.enums import Level
from portal.access.models import AccessWish, RecordIdentity
from portal.access.services import withdraw_record
from portal.directory.models import Organisation
from portal.harvest.models import HarvestedRecord, HarvestRun
from portal.harvest.services import NotRead
from portal.records.models import Submission, SubmittedPart
from portal.records.submissions import approve, save_draft, submit_for_review
from practices.holdings.enums import Basis
from practices.holdings.models import DataHoldingPage
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import make_record
from tests.harvest.answers import KEY, REAL, SITE, bring, codes, draft, entry, other, package, search

pytestmark = pytest.mark.django_db


def parts(run):
    """How many lines each part of a report has, without empty ones."""
    return {part: count for part, count in run.report["counts"].items() if count}


def edited(key=KEY, **fields):
    """A person writes at the latest version of an entry."""
    page, by = draft(key), editor()
    for name, value in fields.items():
        setattr(page, name, value)
    return save_draft(page=page, by=by)


def taken_back(key=KEY):
    """Ends the review of an entry, so that a person can write at it."""
    entry(key).current_workflow_state.cancel(user=editor())


def published(key=KEY):
    approve(page=entry(key), by=editor())
    return entry(key)


def test_a_real_answer_becomes_drafts_sent_together():
    run = bring(REAL.read_bytes(), site=SITE)

    assert parts(run) == {"new": 10}
    assert run.report["read"] == 10
    assert {(page.live, page.current_workflow_state.status) for page in DataHoldingPage.objects.all()} == {
        (False, "in_progress")
    }
    assert run.submission.parts.count() == SubmittedPart.objects.count() == 10
    assert {each.listed_to for each in RecordIdentity.objects.filter(kind="holding")} == {Level.OWNER}


def test_each_field_is_mapped():
    mine = OrganisationFactory(name_en="Example Action", acronym="EXA")

    run = bring(search(package()))

    page = draft()
    assert page.title == "Hazards of Exampleland"
    assert page.summary == "All the hazards that are known in the country. See the page."
    assert [country.key for country in page.countries.all()] == ["afg"]
    assert {term.key for term in page.formats.all()} == {"xlsx", "shapefile"}
    assert [term.key for term in page.data_kinds.all()] == ["hazards"]
    assert [term.key for term in page.sectors.all()] == ["mine_action"]
    assert [term.key for term in page.standards.all()] == ["hxl"]
    assert (page.update_frequency.key, page.data_licence.key) == ("monthly", "cc_by_3_0_igo")
    assert (page.from_year, page.to_year, page.period_note) == (2015, None, "From 1 January 2015 on.")
    assert page.last_updated_on.isoformat() == "2026-09-14"
    assert page.collection_method == "Interviews with key informants."
    assert page.known_quality == "<p>Half of them have no date.</p>"
    assert (page.has_pcodes, page.access_method.key) == (True, "open_download")
    assert page.data_url == f"{SITE}/dataset/hazards-of-exampleland"
    assert [(row.organisation, row.role.key) for row in page.organisations.all()] == [(mine, "data_owner")]
    assert (page.basis, page.owner_note, page.data_sensitivity) == (Basis.OWNER_PUBLICATION, "", None)
    assert [(row.title, row.year, row.url) for row in page.sources.all()] == [(page.title, 2026, page.data_url)]
    assert run.report["unmapped"] == [["tags", "boys", 1]]


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


def test_organisations_that_are_not_here_are_named_in_words_and_none_is_made():
    before = Organisation.objects.count()

    run = bring(search(package(dataset_source="Ministry of X, Bureau Y")))

    page = draft()
    assert Organisation.objects.count() == before
    assert (page.owner_note, page.basis) == ("Ministry of X, Bureau Y", Basis.PUBLIC_SOURCES)
    assert {value for name, value, _ in run.report["unmapped"] if name == "organization"} == {
        "Example Action (EXA)", "Ministry of X", "Bureau Y",
    }  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        {"name_en": "Example Action"},
        {"name_en": "Other", "name_fr": "Example action"},
        {"name_en": "Other", "name_ar": "Example Action"},
        {"name_en": "Other", "acronym": "EXA"},
        {"name_en": "Other", "also_named": ["Example Action (EXA)"]},
    ],
)
def test_organisations_are_known_by_each_of_their_names(names):
    mine = OrganisationFactory(**names)

    bring(search(package()))

    assert [row.organisation for row in draft().organisations.all()] == [mine]


def test_a_name_of_two_organisations_is_of_none():
    OrganisationFactory(name_en="One", acronym="EXA")
    OrganisationFactory(name_en="Two", acronym="EXA")

    run = bring(search(package(dataset_source="EXA", organization={"title": "EXA", "name": "exa"})))

    assert list(draft().organisations.all()) == []
    assert ["organization", "EXA", 1] in run.report["unmapped"]


@pytest.mark.parametrize(
    ("fields", "field", "kind"),
    [
        ({"notes": "Call +33 6 12 34 56 78 to know more of these."}, "summary", "phone"),
        ({"title": "Mine at 34.52813, 69.17233"}, "title", "coordinates"),
        ({"caveats": "Ask jane.doe@example.org."}, "known_quality", "email"),
        ({"maintainer": "Jane Example-Doe", "notes": "Kept by Jane Example-Doe."}, "summary", "person"),
    ],
)
def test_what_the_linter_finds_keeps_an_entry_from_its_review(fields, field, kind):
    run = bring(search(package(**fields)))

    line = run.report["waits"][0]
    assert (line["why"], [field, kind] in line["found"]) == ("found", True)
    assert (entry().current_workflow_state, run.submission) == (None, None)
    again = bring(search(package(**fields)))
    assert (codes(again, "waits"), codes(again, "changed")) == ([KEY], [])


def test_a_text_in_which_something_is_found_does_not_replace_one():
    bring(search(package()))

    run = bring(search(package(notes="Call +33 6 12 34 56 78 now.", caveats="None.")))

    assert draft().summary == "All the hazards that are known in the country. See the page."
    assert draft().known_quality == "<p>None.</p>"
    assert run.report["waits"][0]["found"] == [["summary", "phone"]]
    assert "+33" not in str(run.report)
    assert draft().summary in bring(search(package(caveats="None."))).source.records.get().written.values()


def test_people_and_their_mailboxes_are_not_taken_over():
    person = {"maintainer": "Jane Example-Doe", "author": "John Someone", "maintainer_email": "jane.doe@gmail.com"}

    run = bring(search(package(**person)))

    stored = f"{draft().serializable_data()}{HarvestedRecord.objects.get().written}{run.report}"
    assert [word for word in ("Jane", "jane", "John", "gmail") if word in stored] == []
    assert sorted(name for name, _ in run.report["not_taken"]) == ["maintainer", "maintainer_email"]


def test_a_mailbox_of_a_role_is_whom_to_ask():
    bring(search(package(maintainer_email="data@example.org")))

    assert draft().request_address == "data@example.org"


def test_data_that_are_asked_for():
    bring(search(package(is_requestdata_type=True, field_names=["id", "date"], num_of_rows=1200, resources=[])))

    page = draft()
    assert (page.access_method.key, page.data_url) == ("by_request", "")
    assert page.request_address == f"{SITE}/dataset/hazards-of-exampleland"
    assert (page.data_note, page.record_count) == ("Columns: id, date.", "thousands")


@pytest.mark.parametrize(
    ("text", "options", "language"),
    [
        ("Les données de la contamination sont dans le pays et pour les zones du nord", {}, "fr"),
        ("بيانات المناطق الخطرة المؤكدة في البلاد", {}, "ar"),
        ("Notes", {}, "en"),
        ("Notes", {"language": "fr"}, "fr"),
    ],
)
def test_each_text_stands_in_its_own_language(text, options, language):
    bring(search(package(notes=text, title=text)), **options)

    assert entry().locale.language_code == language


def test_in_an_editors_name_it_is_asked_that_everyone_may_know_of_it():
    by = editor()
    bring(search(package()), by=by)

    wish = AccessWish.objects.get()
    assert (wish.asked_by, wish.listed_to, wish.details_to) == (by, Level.PUBLIC, Level.PUBLIC)
    page = published()
    assert page.live
    assert (page.identity.listed_to, page.identity.details_to) == (Level.PUBLIC, Level.MEMBERS)


def test_in_nobodys_name_what_is_approved_stays_unlisted():
    bring(search(package()))

    page = published()

    assert page.live
    assert page.identity.listed_to == Level.OWNER


def test_nobody_is_asked_in_the_name_of_who_is_no_editor_any_more():
    by = editor()
    bring(search(package()), by=by)
    by.groups.clear()

    bring(search(package(), other(1)))

    assert AccessWish.objects.count() == 1


def test_a_published_entry_changes_when_a_second_editor_approves():
    bring(search(package()))
    published()

    run = bring(search(package(title="Their new title")))

    assert (entry().title, run.submission.parts.count()) == ("Hazards of Exampleland", 1)
    assert published().title == "Their new title"


def test_what_the_portal_does_not_take_is_refused_and_stops_nothing():
    bring(search(package()))
    taken_back()
    edited(from_year=2020)

    run = bring(search(package(dataset_date="[2010-01-01 TO 2012-01-01]"), other(1)))

    assert [(line["key"], line["why"]) for line in run.report["refused"]] == [(KEY, "not_valid")]
    assert codes(run, "new") == [other(1)["id"]]


def test_a_data_set_of_two_files_is_one_entry():
    bring(search(package()))

    run = bring(search(package()).replace(b"data.example.org", b"mirror.example.org"))

    assert DataHoldingPage.objects.count() == 1
    assert run.source.address == "https://mirror.example.org"
    assert HarvestedRecord.objects.get().source == run.source


def test_its_page_says_where_it_stands_and_when_it_was_read(client):
    bring(search(package()))
    page = published()
    client.force_login(editor())

    text = client.get(page.url).text

    day = timezone.localdate()
    assert f'href="{SITE}/dataset/hazards-of-exampleland"' in text
    assert f"last read on {day.day} " in text
    assert "no longer there" not in text
    bring(search(other(1)))
    assert "no longer there since" in client.get(page.url).text


def test_a_visitor_sees_the_same_before_and_after(client):
    addresses = ("/", "/holdings/", "/search/?q=hazards", "/organisations/", "/holdings.csv")
    before = [client.get(each).getvalue() for each in addresses]

    bring(search(package(), other(1)))

    assert [client.get(each).getvalue() for each in addresses] == before
