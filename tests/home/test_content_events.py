"""The workshop of the first content, exactly as its file says; the fictional events and what came out of them."""

import pytest
from django.test import Client

from events.additions import began_at, under_sessions
from events.models import EventPage
from events.outputs.models import OutputPage
from events.versions import versions_of
from portal.access.enums import Level
from portal.linkage.ends import ends_for
from tests.first_content import first_content
from tests.home.content import entries, taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    with first_content(django_db_blocker, demo=True):
        yield


@pytest.fixture
def event(loaded):
    with taken_back():
        yield lambda source_id: EventPage.objects.get(source_id=source_id)


def test_the_workshop_says_what_its_file_says(event):
    page, (entry,) = event("ws-amman-2019"), entries("workshop")

    assert (page.title, page.aim, page.place) == (entry["title"], entry["aim"], entry["place"])
    assert (page.starts_on.isoformat(), page.ends_on.isoformat()) == (entry["start_date"], entry["end_date"])
    assert page.proceedings_title == entry["proceedings_title"]
    assert page.introduction.count("<p>") == len(entry["introduction"])
    assert [row.text for row in page.objectives.all()] == [row["text"] for row in entry["objectives"]]
    assert [row.text for row in page.key_questions.all()] == [row["text"] for row in entry["key_questions"]]
    assert [(row.text, row.url) for row in page.useful_links.all()] == [
        (row["text"], row["url"]) for row in entry["useful_links"]
    ]
    assert [(row.words, [sector.key for sector in row.sectors]) for row in page.invited_sectors.all()] == [
        (row["text"], row["sectors"]) for row in entry["participants"]["sectors_invited"]
    ]
    assert [(row.organisation.acronym, row.role.key) for row in page.organisations.all()] == [
        ("UNMAS", "host"), ("GICHD", "host"),
    ]  # fmt: skip
    assert [source.title for source in page.sources.all()] == [source["title"] for source in entry["sources"]]


def test_its_agenda_is_that_of_the_file(event):
    page, (entry,) = event("ws-amman-2019"), entries("workshop")
    names = ("title", "day", "part_of_day", "question", "facilitators", "objective", "description")

    assert [tuple(str(getattr(row, name)) for name in names) for row in page.sessions.all()] == [
        (
            row["session"], row["date"], row["time"].lower(), row["question_key"], row["facilitator_presenter"],
            row["objective_output"], row["description"] or "",
        )
        for row in entry["agenda"]
    ]  # fmt: skip
    assert [row.topics.splitlines() for row in page.sessions.all()] == [row["topics"] for row in entry["agenda"]]


def test_what_its_file_says_of_the_source_is_no_text_but_marks_the_programme(event):
    page = event("ws-amman-2019")
    text = Client().get(page.url).text
    programme = text[text.index('id="programme"') :]

    assert (page.programme_note, page.unconfirmed_fields) == ("", ["sessions"])
    assert "question_key" not in text
    assert 'class="unconfirmed"' in programme[: programme.index("</h2>")]


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_its_proceedings_lead_to_what_answers_its_questions_today(event, prefix):
    text = Client().get(f"{prefix}/events/{event('ws-amman-2019').slug}/proceedings/").text

    assert "Leveraging one another" in text[text.index("<h1") : text.index("</h1>")]
    assert text.partition("<main")[2].count(f'href="{prefix}/questions/"') == 6


def test_it_is_public_and_its_programme_has_one_version(event):
    page = event("ws-amman-2019")

    assert (page.identity.listed_to, page.identity.details_to) == (Level.PUBLIC, Level.PUBLIC)
    assert [row.number for row in versions_of(page.key)] == [1]


def test_the_fictional_series_goes_on_from_the_template(event):
    first, second = event("ev-xxa-first"), event("ev-xxa-second")

    assert second.follows_id == first.key
    assert [row.question for row in second.sessions.all()] == ["why", "what", "how", "use", "when"]
    assert {row.day for row in second.sessions.all()} == {second.starts_on, second.ends_on}


def test_visitors_see_of_its_outputs_the_one_that_is_public(event):
    first = event("ev-xxa-first")
    began = began_at(first.key, None)
    ends = ends_for({key for sort in began for key in sort}, None)
    by_session = {key: parts for key, parts in under_sessions(began, ends).items() if key}

    assert OutputPage.objects.filter(event=first.key).count() == 3
    assert [end.title for parts in by_session.values() for _label, ends in parts for end in ends] == [
        "Exampleland: two lists of schools cannot be joined without place codes"
    ]
    assert set(by_session) == {row.translation_key for row in first.sessions.all() if row.question == "how"}
