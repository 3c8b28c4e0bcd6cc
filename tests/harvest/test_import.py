"""A file becomes drafts: what is mapped, matched, refused, and who may see it."""

import pytest
from django.utils import timezone

from portal.access.enums import Level
from portal.access.models import AccessWish, RecordIdentity
from portal.directory.models import Organisation
from portal.harvest.models import HarvestedRecord
from portal.records.models import SubmittedPart
from practices.holdings.enums import Basis
from practices.holdings.models import DataHoldingPage
from tests.factories.people import OrganisationFactory, editor
from tests.harvest.acts import edited, parts, published, taken_back
from tests.harvest.answers import KEY, REAL, SITE, bring, codes, draft, entry, other, package, search

pytestmark = pytest.mark.django_db


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
