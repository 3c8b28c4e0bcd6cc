"""The first content: everything of the files is there, once, open to everyone, with its sources."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command

from case_studies.models import CaseStudyExchange, CaseStudyPage
from portal.access.enums import Level, TextSensitivity, Zone
from portal.access.models import AuditEntry, RecordIdentity
from portal.access.services import restrict_access
from portal.directory.models import Organisation
from portal.home.content import load_content
from portal.records import registry
from portal.records.models import RecordLink, RecordPage
from portal.records.presentation import present
from practices.holdings.models import DataHoldingPage, SharingStep
from practices.models import PracticePage
from tests.factories.people import editor
from tests.first_content import first_content
from tests.home.content import entries, rows, taken_back, versions

VISITOR = AnonymousUser()

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    with first_content(django_db_blocker) as counts:
        yield counts


@pytest.fixture
def content(loaded):
    with taken_back():
        yield loaded


def test_counts_are_those_of_the_files(content):
    files = {
        "organisation": "organisations", "practice": "practices", "case_study": "case_studies", "holding": "holdings",
        "need": "needs", "platform": "platforms", "flow": "flows", "idea": "partnership_ideas",
        "event": "workshop",
    }  # fmt: skip

    assert content == {kind: len(entries(file)) for kind, file in files.items()}
    for kind in files.keys() - {"organisation"}:
        pages = registry.kind(kind).model.objects.all()
        assert {page.source_id for page in pages} == {each["id"] for each in entries(files[kind])}
    assert set(Organisation.objects.values_list("source_id", flat=True)) == {e["id"] for e in entries("organisations")}


UNLISTED = "ho-emis"
"""The entry that has no basis to be listed: no source was read, no owner agreed."""


def test_everything_that_rests_on_sources_is_open_to_everyone_and_live(content):
    hidden = RecordPage.objects.exclude(pk__in=RecordPage.objects.visible_to(VISITOR, Zone.DETAILS))

    assert [page.source_id for page in hidden] == [UNLISTED]
    assert RecordPage.objects.visible_to(VISITOR, Zone.DETAILS).count() == 12 + 34 + 35 + 20 + 42 + 111 + 1 + 8
    assert RecordIdentity.objects.visible_to(VISITOR, Zone.DETAILS).count() == 263 + 122
    opened = RecordIdentity.objects.visible_to(VISITOR, Zone.DETAILS)
    assert set(opened.values_list("text_sensitivity", flat=True)) == {TextSensitivity.LOW}


def test_what_has_no_basis_to_be_listed_is_for_editors(content):
    page = DataHoldingPage.objects.get(source_id=UNLISTED)

    assert (page.identity.listed_to, page.identity.details_to) == (Level.OWNER, Level.OWNER)
    assert page.identity.text_sensitivity == TextSensitivity.NOT_ASSESSED
    assert page.basis == ""
    assert page.sources.first().title.startswith("General knowledge")


def test_no_consent_and_no_ladder_is_made_up_for_anybody(content):
    holdings = DataHoldingPage.objects.all()

    assert {page.owner_consent for page in holdings} == {"not_asked"}
    assert not SharingStep.objects.exists()
    assert {page.identity.owner_id for page in holdings} == {None}
    assert all("data_sensitivity" in page.unconfirmed_fields for page in holdings)


def test_a_holding_says_who_keeps_and_who_owns(content):
    page = DataHoldingPage.objects.get(source_id="ho-lbn-imsma")

    assert [(row.organisation.source_id, row.role.key, row.named_as) for row in page.organisations.all()] == [
        ("org-lmac", "data_custodian", "Lebanon Mine Action Center (LMAC)"),
        ("org-laf", "data_owner", ""),
        ("org-lmac", "data_owner", ""),
    ]
    assert page.owner_note == "Lebanese Armed Forces / LMAC"
    assert (page.from_year, page.to_year, page.period_note) == (1998, None, "")


def test_a_holding_has_what_its_entry_says(content):
    page = DataHoldingPage.objects.get(source_id="ho-khm-dbu")
    entry = next(each for each in entries("holdings") if each["id"] == "ho-khm-dbu")

    assert {kind.key for kind in page.data_kinds.all()} == set(entry["data_kinds"])
    assert (page.finest_level.key, page.update_frequency.key, page.access_method.key, page.data_licence.key) == (
        "polygon", "as_needed", "by_request", "not_stated",
    )  # fmt: skip
    assert (page.basis, page.data_sensitivity.key) == ("owner_publication", "severe")
    assert (page.period_note, page.from_year) == ("from the National Level 1 Survey on", None)
    assert [(use.sector.key, use.decision.key, use.note) for use in page.uses.all()] == [
        (use["sector"], use["decision"], use["decision_note"]) for use in entry["useful_for"]
    ]
    assert page.unconfirmed_fields == [
        "data_kinds", "sectors", "finest_level", "data_sensitivity", "assessed_why", "formats", "standards", "uses",
    ]  # fmt: skip


def test_opening_is_audited_as_by_the_portal_itself(content):
    entries_ = AuditEntry.objects.filter(action="published from sources")

    assert set(entries_.values_list("by", flat=True)) == {None}
    opened = RecordPage.objects.exclude(source_id=UNLISTED)
    assert {entry.identity_id for entry in entries_} == {page.key for page in opened}
    assert all("published sources" in entry.detail["reason"] for entry in entries_)


def test_second_run_changes_nothing(content):
    before = rows(), versions()

    again = load_content()

    assert set(again.values()) == {0}
    assert (rows(), versions()) == before


def test_what_an_editor_changed_stays(content):
    page = CaseStudyPage.objects.get(source_id="cs-dtm-ethiopia")
    page.title = "A title that an editor chose"
    page.save_revision().publish()
    organisation = Organisation.objects.get(source_id="org-iom")
    organisation.acronym = "OIM"
    organisation.save()
    restrict_access(identity=page.identity, by=editor(), listed_to=Level.MEMBERS, details_to=Level.OWNER)

    load_content()

    page.refresh_from_db()
    organisation.refresh_from_db()
    assert (page.title, organisation.acronym) == ("A title that an editor chose", "OIM")
    assert (page.identity.listed_to, page.identity.details_to) == (Level.MEMBERS, Level.OWNER)


def test_command_says_that_nothing_was_missing(content, capsys):
    call_command("load_content")

    assert capsys.readouterr().out == "Everything was there already.\n"


def test_case_keeps_every_field(content):
    page = CaseStudyPage.objects.get(source_id="cs-dtm-nigeria")

    assert page.title == "Nigeria: displacement data and IMSMA read together to choose communities for risk education"
    assert [country.key for country in page.countries.all()] == ["nga"]
    assert (page.from_year, page.to_year) == (2023, 2024)
    assert page.years_note == "Source of 2024; shows incidents reported in 2023."
    assert [(row.organisation.source_id, row.role.key, row.named_as) for row in page.organisations.all()] == [
        ("org-iom", "data_owner", "International Organization for Migration (DTM)"),
        ("org-iom", "data_provider", "International Organization for Migration (DTM)"),
        ("org-ma-aor-nga", "data_user", ""),
        ("org-ma-aor-nga", "data_owner", ""),
        ("org-unmas", "broker", ""),
    ]
    assert {kind.key for kind in page.data_kinds.all()} == {
        "contamination_indicators", "key_informant_reports", "eore_session", "casualty_statistics",
    }  # fmt: skip
    assert [row.what for row in page.exchanges.all()] == [
        "Communities that witnessed explosions; communities without risk education; who was hurt and doing what",
        "Awareness on explosive ordnance risks for enumerators (A briefing of enumerators, not a data set)",
    ]
    assert page.platforms_named == "Displacement Tracking Matrix (DTM); IMSMA (version not stated by the source)"
    assert page.standards_note == "Humanitarian Response Plan prioritisation"
    assert page.decision.key == "risk_education"
    assert [decision.key for decision in page.other_decisions.all()] == ["needs_analysis"]
    assert page.what_was_done.count("<li>") == 5
    assert [(barrier.kind.key, barrier.text) for barrier in page.barriers.all()] == [
        (
            "different_definitions",
            "Perception data and survey records have different meaning and must be kept apart in the analysis.",
        ),
    ]
    assert [lesson.text for lesson in page.lessons.all()] == [
        "Give something back: enumerators gained safety awareness.",
        "Triangulate; do not read perception data alone.",
    ]
    assert [(source.publisher, source.year, source.is_mirror, source.confidence) for source in page.sources.all()] == [
        ("UNMAS Geneva Office and IOM DTM", 2024, True, "opening part read in the source")
    ]


def test_parties_without_a_name_keep_their_words(content):
    parties = [
        (party["organisation"], party["named_as"], role)
        for case in entries("case_studies")
        for party in case["organisations"]
        for role in party["roles"]
        if not party["organisation"]
    ]
    stored = CaseStudyPage.objects.filter(other_parties__isnull=False).values_list(
        "other_parties__words", "other_parties__role__key"
    )

    assert sorted(stored) == sorted((words, role) for _organisation, words, role in parties)


def test_each_pair_of_parties_has_its_row(content):
    rows_ = CaseStudyExchange.objects.filter(case_study__source_id="cs-gaza-requests").order_by("sort_order")

    assert [(row.provider.name, row.provider_note, row.receiver.name) for row in rows_[:3]] == [
        (name, "UN agencies and partners", "United Nations Mine Action Service")
        for name in _names("org-unrwa", "org-undp", "org-unops")
    ]


def test_parties_that_give_to_each_other_do_not_give_to_themselves(content):
    rows_ = CaseStudyExchange.objects.filter(provider_note="mine action centres")

    assert rows_.count() == 6
    assert not any(row.provider_id == row.receiver_id for row in rows_)


def test_summary_that_a_card_has_no_room_for_stands_whole_in_the_story(content):
    page = CaseStudyPage.objects.get(source_id="cs-khm-cmvis")
    whole = next(case["summary"] for case in entries("case_studies") if case["id"] == page.source_id)

    assert len(whole) > 300
    assert whole.startswith(page.summary)
    assert page.summary.endswith("statistics.")
    assert page.context == f"<p>{whole}</p>"


def test_gaps_between_years_are_named(content):
    page = CaseStudyPage.objects.get(source_id="cs-gaza-requests")

    assert (page.from_year, page.to_year) == (2014, 2024)
    assert page.years_note.startswith("2014, 2023, 2024.")


def test_link_that_is_no_address_becomes_a_source_with_its_words(content):
    page = CaseStudyPage.objects.get(source_id="cs-dtm-hapi")

    assert [source.title for source in page.sources.all() if not source.url] == [
        "dtmapi: Fetching Data from the Displacement Tracking Matrix (package documentation)",
        "dtmapi (Python package)",
    ]


def test_cases_are_evidence_for_the_practices_that_name_them(content):
    expected = {(case, practice["id"]) for practice in entries("practices") for case in practice["evidence"]}
    source_ids = dict(RecordPage.objects.values_list("translation_key", "source_id"))
    links = RecordLink.objects.filter(kind__key="evidences").select_related("record")

    assert {(link.record.source_id, source_ids[link.target_id]) for link in links} == expected


def test_unconfirmed_shows_at_the_field(content):
    page = CaseStudyPage.objects.get(source_id="cs-dtm-ethiopia")
    record = present(page, VISITOR)

    assert record.unconfirmed
    assert {name for name, field in record.fields.items() if field.unconfirmed} == {
        "barriers", "barrier_kinds", "challenge", "exchanges", "data_kinds", "decision", "enabling_factors", "lessons",
        "platforms_named", "sectors", "would_it_transfer",
    }  # fmt: skip


def test_practice_says_that_editors_wrote_it(content):
    record = present(PracticePage.objects.get(source_id="gp-few-questions"), VISITOR)

    assert {name for name, field in record.fields.items() if field.unconfirmed} == {
        "problem", "when_to_use", "steps", "preconditions", "risks", "answers_barriers",
    }  # fmt: skip
    assert next((source.title, source.confidence) for source in record.sources) == (
        "Distilled by the editors from the cases; not yet reviewed by practitioners",
        "editorial, derived from the cases in evidence",
    )


def test_organisation_keeps_what_the_file_says(content):
    organisation = Organisation.objects.get(source_id="org-unosat")

    assert organisation.part_of.source_id == "org-unitar"
    assert [each.key for each in organisation.sectors.all()] == ["information_management"]
    assert organisation.unconfirmed_fields == ["kind", "sectors"]
    assert not organisation.is_demo


def _names(*source_ids):
    names = dict(Organisation.objects.values_list("source_id", "name_en"))
    return [names[each] for each in source_ids]
