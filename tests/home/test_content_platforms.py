"""Platforms and flows of the first content: every field, what they name, what is unconfirmed."""

from collections import Counter

import pytest
from django.contrib.auth.models import AnonymousUser

from portal.linkage.queries import links_of
from portal.records.models import RecordLink, RecordPage
from portal.records.presentation import present
from practices.platforms.bridge_sides import sides_of
from practices.platforms.models import FlowPage, PlatformBridge, PlatformPage
from tests.first_content import first_content
from tests.home.content import entries, taken_back

VISITOR = AnonymousUser()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    with first_content(django_db_blocker) as counts:
        yield counts


@pytest.fixture
def content(loaded):
    with taken_back():
        yield loaded


def source_ids():
    return dict(RecordPage.objects.values_list("translation_key", "source_id"))


def test_platform_keeps_every_field(content):
    page = PlatformPage.objects.get(source_id="pl-imsma-core")

    assert (page.title, page.family) == ("IMSMA Core", "mine action")
    assert page.summary.startswith("Hazards, survey, clearance")
    assert page.holds == f"<p>{page.summary}</p>"
    assert [(row.organisation.source_id, row.role.key) for row in page.organisations.all()] == [
        ("org-gichd", "host"), ("org-esri", "partner"),
    ]  # fmt: skip
    assert page.owner_note.startswith("Software and advice: GICHD with Esri")
    assert (page.access_method.key, list(page.other_access_methods.all())) == ("members_only", [])
    assert {each.key for each in page.formats.all()} == {
        "arcgis_feature_service", "csv", "xlsx", "shapefile", "geodatabase", "pdf",
    }  # fmt: skip
    assert (page.formats_note, page.api) == ("PDF reports", "ArcGIS Enterprise REST services, opened by the owner")
    assert [(row.kind.key, row.reported_by) for row in page.limitations.all()] == [
        ("institutional", "Concept note of the workshop of 2019"), ("capacity", "IMSMA Core documentation"),
        ("technical", "BHMAC 2023"), ("technical", "general knowledge"),
    ]  # fmt: skip
    assert page.sources.exists()


def test_bridges_lead_to_the_platforms_that_the_file_names(content):
    expected = {
        (platform["id"], bridge["to"], bridge["direction"], bridge["state"], bridge["how"], bridge["method"])
        for platform in entries("platforms")
        for bridge in platform["bridges"]
        if not bridge["how"].startswith("none known")
    }
    names = source_ids()
    rows = PlatformBridge.objects.select_related("platform", "method")

    assert {
        (row.platform.source_id, names[row.to_id], row.direction, row.state, row.how, row.method and row.method.key)
        for row in rows
    } == expected


def test_a_bridge_is_told_at_its_other_end(content):
    hdx = PlatformPage.objects.get(source_id="pl-hdx")

    told = {bridge.end.title: bridge.direction.value for bridge in sides_of([hdx.key], VISITOR)[hdx.key]}

    assert told["AOAV Explosive Violence Monitor"] == "in"


def test_flow_keeps_every_field(content):
    page = FlowPage.objects.get(source_id="fl-dtm-nigeria-1")
    names = source_ids()

    assert (page.giver.source_id, page.taker.source_id, page.two_way) == ("org-iom", "org-ma-aor-nga", False)
    assert {kind.key for kind in page.data_kinds.all()} == {
        "contamination_indicators", "key_informant_reports", "eore_session", "casualty_statistics",
    }  # fmt: skip
    assert (page.state.key, page.as_of, page.method.key) == ("running", 2024, "common_questions")
    assert page.frequency_note == "regular, after DTM rounds; no interval named"
    assert page.technical_note.startswith("<p>Recurrent sharing after DTM rounds")
    assert page.institutional_note.startswith("<p>Collaboration between")
    assert [country.key for country in page.countries.all()] == ["nga"]
    assert names[page.through_id] == "pl-dtm"
    assert [source.publisher for source in page.sources.all()] == ["UNMAS Geneva Office and IOM DTM"]


def test_parties_without_a_name_keep_their_words(content):
    expected = Counter((each["from_note"] or "", each["to_note"] or "") for each in entries("flows"))

    assert Counter(FlowPage.objects.values_list("giver_note", "taker_note")) == expected


def test_each_flow_is_documented_by_its_case_and_goes_through_its_platform(content):
    names = source_ids()
    told = RecordLink.objects.filter(kind__key="documents").select_related("record")

    assert {(names[link.target_id], link.record.source_id) for link in told} == {
        (flow["id"], flow["case_study"]) for flow in entries("flows") if flow["case_study"]
    }
    assert {(page.source_id, names.get(page.through_id)) for page in FlowPage.objects.all()} == {
        (flow["id"], flow["via"]) for flow in entries("flows")
    }


def test_a_flow_reads_from_its_case_and_from_its_platform(content):
    page = FlowPage.objects.get(source_id="fl-dtm-nigeria-1")

    assert {(link.label, link.end.kind) for link in links_of(page.key, VISITOR)} == {
        ("is documented by", "case_study"), ("goes through", "platform"),
    }  # fmt: skip


def test_every_flow_has_the_sources_of_those_that_tell_of_it(content):
    assert not FlowPage.objects.filter(sources=None).exists()


def test_unconfirmed_shows_at_the_field(content):
    platform = present(PlatformPage.objects.get(source_id="pl-imsma-core"), VISITOR)
    flow = FlowPage.objects.get(source_id="fl-dtm-ethiopia-1")

    assert {name for name, field in platform.fields.items() if field.unconfirmed} == {
        "access_method", "api", "family", "formats", "limitation_kinds", "limitations",
    }  # fmt: skip
    assert set(flow.unconfirmed_fields) == {"data_kinds", "method", "through"}
