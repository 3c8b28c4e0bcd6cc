"""An event is begun outside the admin, with the sessions of the template, and changed there later."""

from datetime import date

import pytest
from django.test import Client

from events.enums import Question
from events.models import EventPage, EventSession
from events.templates import five_sessions
from portal.records.registry import kind
from portal.taxonomy.models import EventFormat
from tests.factories.events import make_event
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser():
    client = Client()
    client.force_login(member_of(OrganisationFactory()))
    return client


FIRST = {
    "title": "A workshop", "starts_on": "2027-05-04", "ends_on": "2027-05-05", "time_zone": "Asia/Amman",
    "mode": "in_person", "place": "Amman", "continue": "yes",
}  # fmt: skip


def begin(browser, **answers):
    workshop = EventFormat.objects.get(key="workshop").pk
    return browser.post("/contribute/events/", {**FIRST, "event_format": workshop, **answers})


def latest():
    return EventPage.objects.get().get_latest_revision_as_object()


def test_the_template_writes_five_sessions_on_its_days(browser):
    screen = begin(browser)
    browser.post(screen.url, {"aim": "To share", "template": "five", "organisations-rows": "0", "continue": "yes"})
    page = latest()

    rows = list(page.sessions.all())
    assert [row.question for row in rows] == list(Question.values)
    assert [row.day.day for row in rows] == [4, 4, 5, 5, 5]
    assert (page.time_zone, page.aim) == ("Asia/Amman", "To share")


def test_the_template_leaves_a_programme_alone_that_is_there(browser):
    screen = begin(browser)
    browser.post(screen.url, {"aim": "To share", "template": "five", "organisations-rows": "0", "continue": "yes"})
    keys = [row.translation_key for row in latest().sessions.all()]
    browser.post(screen.url, {"aim": "Still to share", "template": "five", "organisations-rows": "0"})

    assert [row.translation_key for row in latest().sessions.all()] == keys


def test_sessions_keep_their_keys_when_they_are_changed_outside_the_admin(browser):
    screen = begin(browser)
    browser.post(screen.url, {"aim": "To share", "template": "five", "organisations-rows": "0", "continue": "yes"})
    keys = [row.translation_key for row in latest().sessions.all()]
    overview = browser.get(screen.url.rsplit("/", 2)[0] + "/")
    number = next(each.number for each in overview.context["sections"] if each.heading == "Programme")
    rows = {f"sessions-{place}-title": f"Session {place}" for place in range(5)}
    rows |= {"sessions-1-starts_at": "14:00", "sessions-1-ends_at": "13:00", "sessions-1-day": "2027-05-04"}

    refused = browser.post(f"{overview.request['PATH_INFO']}more/{number}/", {"sessions-rows": "5", **rows})
    rows["sessions-1-ends_at"] = "15:00"
    browser.post(f"{overview.request['PATH_INFO']}more/{number}/", {"sessions-rows": "5", **rows})

    assert refused.status_code == 400
    assert "It would end before it begins." in refused.text
    assert [(row.title, row.translation_key) for row in latest().sessions.all()] == [
        (f"Session {place}", key) for place, key in enumerate(keys)
    ]


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"ends_on": "2027-05-03"}, "It would end before it begins."),
        ({"time_zone": "Mars/North"}, "Select a valid choice."),
        ({"starts_on": "soon"}, "Enter a valid date."),
        ({"starts_on": "9999-12-31", "ends_on": ""}, "less than or equal to"),
    ],
)
def test_what_cannot_be_right_is_said_at_the_field(browser, answers, sentence):
    response = begin(browser, **answers)

    assert response.status_code == 400
    assert sentence in response.text
    assert 'value="A workshop"' in response.text
    assert not EventPage.objects.exists()


def test_kinds_of_meeting_are_no_kinds_of_event(browser):
    offered = browser.get("/contribute/events/").context["asked"].fields_form.fields["event_format"].queryset

    assert {"workshop", "webinar"} <= set(offered.values_list("key", flat=True))
    assert not offered.filter(key="hybrid").exists()


def test_a_workshop_of_one_day_has_all_its_sessions_on_it():
    page = make_event(sessions=[], starts_on=date(2027, 5, 4), ends_on=None)

    assert {row.day for row in five_sessions(page)} == {date(2027, 5, 4)}
    assert {type(row) for row in five_sessions(page)} == {EventSession}


def test_short_form_asks_eight_questions():
    assert [len(screen) for screen in kind("event").short.screens] == [4, 4]
