"""Lessons stand on their own: found by words, sector and country, by those who may read the details of their case."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from case_studies.models import CaseStudyLesson
from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.taxonomy.models import Country, Sector
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record
from tests.factories.taxonomy import SectorFactory

pytestmark = pytest.mark.django_db
MOST = 15


def case_with(*texts, **fields):
    return make_record(lessons=[CaseStudyLesson(text=text, sort_order=n) for n, text in enumerate(texts)], **fields)


def listing(client, parameters="", prefix=""):
    response = client.get(f"{prefix}/lessons/?{parameters}")
    assert response.status_code == 200
    return response.context["listing"]


def texts(client, parameters="", prefix=""):
    return [str(hit.text) for hit in listing(client, parameters, prefix).hits]


def counts(found, facet):
    return {v.key: v.count for each in found.facets if each.name == facet for v in each.values}


def test_each_lesson_leads_to_its_place_in_its_case(client):
    nigeria = Country.objects.get(key="nga")
    page = case_with("Ask early.", "Agree on place codes.", title="Codes", countries=[nigeria], from_year=2019)

    found = listing(client)

    assert [(hit.text, hit.url) for hit in found.hits] == [
        ("Ask early.", f"{page.url}#lesson-1"),
        ("Agree on place codes.", f"{page.url}#lesson-2"),
    ]
    assert {hit.record_title for hit in found.hits} == {"Codes"}
    assert [text for _, text in found.hits[0].facts] == ["Nigeria", "2019", ""]
    body = client.get(page.url).content.decode()
    assert ['id="lesson-1"' in body, 'id="lesson-2"' in body, 'id="lesson-3"' in body] == [True, True, False]


def test_lessons_are_read_by_those_who_may_read_the_details(client):
    owner = OrganisationFactory()
    case_with("Open to all.")
    case_with("Details for members.", details_to=Level.MEMBERS)
    case_with("Unknown to visitors.", listed_to=Level.MEMBERS)
    decide(case_with("Of the owner."), listed_to=Level.OWNER, owner=owner)
    case_with("Never published.", publish=False)
    members = ["Unknown to visitors.", "Details for members.", "Open to all."]

    assert (texts(client), listing(client).total) == (["Open to all."], 1)
    assert texts(client, "q=details unknown owner published") == []
    client.force_login(member_of())
    assert texts(client) == members
    client.force_login(member_of(owner, focal_point=True))
    assert texts(client) == ["Of the owner.", *members]
    client.force_login(editor())
    assert texts(client) == ["Of the owner.", *members]


def test_words_must_all_be_in_the_lesson_or_the_title_of_its_case(client):
    case_with("Drones map wells.", "Ask people first.", title="North")
    case_with("Drones are loud.", title="South", results="People ask about wells.")

    assert texts(client, "q=drone") == ["<mark>Drones</mark> are loud.", "<mark>Drones</mark> map wells."]
    assert texts(client, "q=mapping well") == ["Drones <mark>map</mark> <mark>wells</mark>."]
    assert texts(client, "q=drones north") == ["<mark>Drones</mark> map wells."]
    assert texts(client, "q=drones -wells") == ["<mark>Drones</mark> are loud."]
    assert texts(client, "q=-wells") == ["Drones are loud.", "Drones map wells.", "Ask people first."]
    assert texts(client, 'q="ask people"') == ["<mark>Ask</mark> <mark>people</mark> first."]
    assert texts(client, 'q="people ask"') == []


def test_where_no_lesson_has_all_words_any_is_enough_best_first(client):
    case_with("Drones map wells.", "Drones are loud.")

    found = listing(client, "q=drones loud zeppelin")

    assert [hit.text for hit in found.hits] == [
        "<mark>Drones</mark> are <mark>loud</mark>.",
        "<mark>Drones</mark> map wells.",
    ]
    assert found.any_word
    many = listing(client, "q=how do loud drones help when they map the wells zeppelin")
    assert ([hit.url[-1] for hit in many.hits], many.any_word) == (["1", "2"], True)
    assert not listing(client, "q=zeppelin balloon").any_word


def test_sector_and_country_filter_and_count_lessons(client):
    health, education = Sector.objects.get(key="health"), Sector.objects.get(key="education")
    broad = SectorFactory()
    narrow = SectorFactory(parent=broad)
    nigeria, lebanon = Country.objects.get(key="nga"), Country.objects.get(key="lbn")
    case_with("One.", "Two.", sectors=[health], countries=[nigeria])
    case_with("Three.", sectors=[education, narrow], countries=[lebanon])
    case_with("Hidden.", sectors=[education], countries=[nigeria], details_to=Level.MEMBERS)

    assert texts(client, "sector=health") == ["One.", "Two."]
    assert texts(client, f"sector={broad.key}") == ["Three."]
    assert texts(client, "sector=health&sector=education") == ["Three.", "One.", "Two."]
    assert texts(client, "sector=health&country=lbn") == []
    assert texts(client, "sector!=health") == ["Three."]
    found = listing(client, "sector=health")
    assert counts(found, "sector") == {"health": 2, "education": 1, broad.key: 1, narrow.key: 1}
    assert counts(found, "country") == {"nga": 2}
    assert [label for label, _ in found.selected] == ["Health"]


def test_what_is_unknown_is_said_and_what_is_hidden_is_unknown(client):
    case_with("One.", countries=[Country.objects.get(key="nga")])
    case_with("Two.", countries=[Country.objects.get(key="lbn")], details_to=Level.MEMBERS)

    found = listing(client, "country=lbn&country=xyz&colour=red&data_kind=hazards&sort=title&page=x")

    assert [hit.text for hit in found.hits] == ["One."]
    assert [notice.split("”")[0].strip("“") for notice in found.notices] == [
        "x", "colour", "data_kind", "sort", "lbn", "xyz",
    ]  # fmt: skip
    assert found.sorts == []


def test_twenty_a_page_and_beyond_the_last_comes_the_last(client):
    case_with(*(f"Lesson {number}." for number in range(1, 46)))

    assert texts(client, "page=2") == [f"Lesson {number}." for number in range(21, 41)]
    last = listing(client, "page=999")
    assert [hit.text for hit in last.hits] == [f"Lesson {number}." for number in range(41, 46)]
    assert (last.page, last.total, last.next_url, last.previous_url) == (3, 45, "", "/lessons/?page=2")


def test_a_translated_case_shows_its_lessons_once_in_the_language_of_the_reader(client):
    page = case_with("Ask early.", title="Codes")
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.title = "Les codes"
    french.lessons.set([CaseStudyLesson(text="Demander tôt.", locale=french.locale)])
    french.save_revision().publish()

    assert texts(client) == ["Ask early."]
    assert texts(client, prefix="/fr") == ["Demander tôt."]
    assert [hit.url for hit in listing(client, prefix="/fr").hits] == [f"{french.url}#lesson-1"]
    assert [(hit.text, hit.url, hit.lang) for hit in listing(client, prefix="/ar").hits] == [
        ("Ask early.", f"/ar{page.url}#lesson-1", "en")
    ]


def test_reading_lessons_above_members_is_in_the_log(client):
    owner = OrganisationFactory()
    page = case_with("Of the owner.")
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=owner)
    case_with("Open to all.")
    client.force_login(member_of(owner, focal_point=True))

    client.get("/lessons/")

    assert [entry.identity_id for entry in AuditEntry.objects.filter(action="read")] == [page.key]


@pytest.mark.parametrize("signed_in", [False, True])
def test_three_lessons_or_a_hundred_and_fifty_take_the_same_queries(client, signed_in):
    terms = {"countries": list(Country.objects.all()[:3]), "sectors": list(Sector.objects.all()[:3])}
    if signed_in:
        client.force_login(member_of(OrganisationFactory()))
    counted = []
    for number in (1, 49):
        for _ in range(number):
            case_with("Drones map wells.", "Ask people first.", "Agree on codes.", **terms)
        client.get("/lessons/")
        for parameters in ("", "?q=drones&sector=health&page=2"):
            with CaptureQueriesContext(connection) as captured:
                client.get(f"/lessons/{parameters}")
            counted.append(len(captured))

    assert counted[:2] == counted[2:]
    assert max(counted) <= MOST + 4 * signed_in
