"""What is open is carried on from events that began before, and never back from a later one."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from events.actions.origins import Origin
from events.actions.queries import events_with_open_actions
from portal.access.enums import Level
from tests.factories.actions import make_action
from tests.factories.events import make_event
from tests.factories.people import editor
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
THEN = date(2026, 3, 1)


def event_on(day):
    event = make_event(f"On {day}", starts_on=day, ends_on=None)
    decide(event, listed_to=Level.MEMBERS)
    make_action(f"Of {day}", origin=Origin(event=event.identity))
    return event


@pytest.fixture
def events():
    return [event_on(THEN + timedelta(days=number)) for number in range(3)]


def offered(event, user):
    return {identity.pk for identity in events_with_open_actions(user, before=event.key)}


def test_only_events_that_began_before_are_offered(events):
    assert [offered(event, editor()) for event in events] == [
        set(),
        {events[0].key},
        {events[0].key, events[1].key},
    ]


def test_an_event_without_a_day_takes_from_those_that_began_by_today(events):
    today = timezone.localdate()
    begun, later, none = event_on(today), event_on(today + timedelta(days=1)), event_on(None)

    past = {each.key for each in events if each.starts_on <= today}
    assert offered(none, editor()) == {*past, begun.key} - {later.key}


def test_the_page_offers_the_same(events):
    client, path = Client(), f"/actions/of/{events[0].identity.code}/"
    client.force_login(editor())

    assert "No event that began before this one has open actions." in client.get(path).text
    assert f"Of {events[1].starts_on}" not in client.get(f"{path}?from={events[1].identity.code}").text
    path = f"/actions/of/{events[1].identity.code}/"
    assert f"Of {events[0].starts_on}" in client.get(f"{path}?from={events[0].identity.code}").text
