"""A record is found by words about what it names only where these people may know of what is named."""

import pytest
from django.test import Client

from case_studies.models import CaseStudyExchange
from portal.access.enums import Level
from portal.records.models import RecordOrganisation
from portal.search.models import RecordCard, SearchText
from portal.search.projection import rebuild
from portal.taxonomy.models import ParticipantRole
from practices.needs.models import NeedAnswer
from tests.engines.conftest import titles
from tests.factories.needs import make_holding, make_need
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.platforms import bridge, make_platform
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def with_bridge(target, **access):
    return make_platform("Named", bridges=[bridge(target, how="a nightly zebrafile")], **access)


def with_answer(target, **access):
    return make_need(title="Named", met_by=[NeedAnswer(target_id=target.key, note="a nightly zebrafile")], **access)


TARGETS = {with_bridge: lambda: make_platform("Target"), with_answer: lambda: make_holding(title="Target")}


@pytest.fixture(params=TARGETS, ids=["bridge", "answer"])
def naming(request):
    """Makes an entry of which a row is about another one, and returns that one."""

    def make(target=None, **access):
        target = target or TARGETS[request.param]()
        request.param(target, **access)
        return target

    return make


def test_words_of_a_row_are_found_by_who_may_know_of_what_it_names(naming):
    target = naming()
    assert titles("q=zebrafile") == ["Named"]

    decide(target, listed_to=Level.OWNER)
    assert [titles("q=zebrafile", user) for user in (None, member_of(), editor())] == [[], [], []]
    assert not SearchText.objects.filter(body__contains="zebrafil").exists()
    assert not RecordCard.objects.filter(details_text__contains="zebrafile").exists()

    decide(target, listed_to=Level.PUBLIC)
    assert titles("q=zebrafile") == ["Named"]


def test_details_for_members_are_found_by_rows_about_what_members_may_know(naming):
    naming(details_to="members", listed_to="public")
    target = naming(details_to="members")
    assert titles("q=zebrafile", member_of()) == ["Named", "Named"]

    decide(target, listed_to=Level.MEMBERS)

    assert titles("q=zebrafile", member_of()) == ["Named", "Named"]
    assert titles("q=zebrafile") == []


def test_what_is_unpublished_or_withdrawn_gives_no_words(naming):
    naming().unpublish()

    assert titles("q=zebrafile") == []


def test_building_anew_decides_alike(naming):
    decide(naming(), listed_to=Level.MEMBERS)

    rebuild()

    assert titles("q=zebrafile", editor()) == []
    assert titles("q=named", editor()) == ["Named"]


@pytest.fixture
def body():
    return OrganisationFactory(name_en="Plain body", name_fr="Corps simple", acronym="QXZW", also_named=["Zebraunit"])


def on_card(body):
    part = RecordOrganisation(organisation=body, role=ParticipantRole.objects.get(key="data_owner"))
    return make_holding(title="Named", organisations=[part])


def in_a_row(body):
    return make_record(title="Named", exchanges=[CaseStudyExchange(what="Lists", provider=body)])


@pytest.mark.parametrize("make", [on_card, in_a_row])
def test_names_that_no_page_prints_are_for_who_may_know_of_the_organisation(body, make):
    page = make(body)
    assert titles("q=zebraunit&kind!=organisation") == ["Named"]

    decide(body, listed_to=Level.OWNER)
    assert [titles("q=zebraunit&kind!=organisation", user) for user in (None, member_of(), editor())] == [[], [], []]
    # These stand on the page, in one language or another.
    assert "Corps simple" in Client().get(f"/fr{page.url}").text
    assert [titles(f"q={word}&kind!=organisation") for word in ("plain", "corps", "qxzw")] == [["Named"]] * 3

    decide(body, listed_to=Level.PUBLIC)
    assert titles("q=zebraunit&kind!=organisation") == ["Named"]
