"""What of actions is a person's own: their calendar, what waits for them, what is forgotten with them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from events.actions.calendars import calendar_url, end_calendar, open_calendar
from events.actions.enums import State
from events.actions.figures import figures_of
from events.actions.models import CalendarKey, FollowUpAction
from events.actions.origins import Origin
from events.actions.retained import addresses
from events.actions.services import carry_over, change_due, report_progress
from portal.access.enums import Level
from portal.directory.erasing import erase_account
from portal.directory.waiting import lines_for
from tests.factories.actions import day, make_action, make_event
from tests.factories.people import member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


def entries(address):
    """The entries of a calendar, as another program reads them, by their codes' text."""
    answer = Client().get(address)
    assert answer.status_code == 200, address
    return {str(each["summary"]): each for each in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_the_calendar_is_read_by_a_program_and_tells_codes_alone(scene):
    person = scene.colleague
    action = make_action("Words of it", by=scene.maker, organisation=scene.organisation, person=person)
    make_action("Of somebody else", by=scene.maker, organisation=scene.organisation)
    done = make_action("Over", by=scene.maker, person=person)
    report_progress(action=done, by=scene.maker, state=State.DONE, note="Done.")
    open_calendar(by=person)
    (summary,) = first = entries(calendar_url(person))
    assert summary == f"Action {action.code} due"
    assert first[summary].decoded("dtstart") == action.due_on
    assert b"Words of it" not in Client().get(calendar_url(person)).content

    change_due(action=action, by=scene.maker, due_on=day(44))
    moved = entries(calendar_url(person))[summary]
    assert (str(moved["uid"]), moved.decoded("dtstart")) == (str(first[summary]["uid"]), day(44))
    assert moved["sequence"] > first[summary]["sequence"]


def test_a_new_link_or_none_ends_the_old_one_and_so_does_leaving(scene):
    person, client = scene.colleague, Client()
    open_calendar(by=person)
    old = calendar_url(person)
    open_calendar(by=person)
    new = calendar_url(person)
    assert [client.get(each).status_code for each in (old, new)] == [404, 200]
    person.member.is_active = False
    person.member.save()
    assert client.get(new).status_code == 404
    person.member.is_active = True
    person.member.save()
    assert client.get(new).status_code == 200
    end_calendar(by=person)
    assert (calendar_url(person), client.get(new).status_code) == ("", 404)
    assert client.get("/actions.ics").status_code == client.get("/actions.ics?for=x").status_code == 404


def test_what_one_may_not_know_of_any_more_leaves_the_calendar(scene):
    action = make_action(by=scene.maker, organisation=scene.organisation, person=scene.colleague)
    open_calendar(by=scene.colleague)
    assert len(entries(calendar_url(scene.colleague))) == 1
    decide(action, listed_to=Level.OWNER, owner=scene.organisation, custodian=None)

    assert entries(calendar_url(scene.colleague)) == {}


def test_what_waits_is_said_to_who_does_it_and_to_who_speaks_for_them(scene):
    make_action("Mine", by=scene.maker, organisation=scene.organisation, person=scene.colleague, left=-2)
    make_action("Of us", by=scene.maker, organisation=scene.organisation)

    def lines(user, place):
        return [(str(line.text), line.count) for line in lines_for(user)[place] if "ction" in line.url]

    due = f"{day(-2).day} {day(-2):%B %Y}"
    assert lines(scene.colleague, "mine") == [(f"Mine – due {due}, late by 2 days", None)]
    assert lines(scene.focal_point, "mine") == []
    assert lines(scene.focal_point, "organisation") == [("Open actions of your organisation", 2)]
    assert lines(scene.stranger, "organisation") == []


def test_figures_count_what_the_reader_may_know_of(scene):
    to = make_event("The next", owner=scene.host)
    origin = {"by": scene.maker, "origin": Origin(event=scene.event)}
    done, late, hidden, gone = (make_action(left=left, **origin) for left in (5, -5, 5, 5))
    report_progress(action=done, by=scene.maker, state=State.DONE, note="Done.")
    decide(hidden, listed_to=Level.OWNER, owner=None, custodian=None)
    carry_over(actions=[gone], to_event=to, by=scene.facilitator)
    here, there = figures_of(scene.event.pk, scene.stranger), figures_of(to.pk, scene.stranger)

    assert (here.total, here.done, here.open, here.late, here.carried_over) == (3, 1, 2, 1, 1)
    assert (there.total, there.open, there.carried_over) == (1, 1, 0)
    assert figures_of(scene.event.pk, scene.editor).total == 4
    assert figures_of(scene.event.pk, None).total == 0
    assert late.is_open


def test_who_is_forgotten_is_in_no_action(scene, settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    person = member_of(scene.organisation)
    make_action(by=scene.maker, person=person)
    make_action(by=scene.maker, person_email=person.email)
    open_calendar(by=person)
    erase_account(user=person, by=person)

    assert CalendarKey.objects.count() == 0
    assert set(FollowUpAction.objects.values_list("person", "person_email", "link_key")) == {(None, "", "")}


def test_addresses_are_forgotten_a_year_after_the_end(scene):
    running, over = (make_action(by=scene.maker, person_email="who@elsewhere.example") for _ in range(2))
    report_progress(action=over, by=scene.maker, state=State.DROPPED, note="Over.")
    FollowUpAction.objects.update(state_since=timezone.now() - timedelta(days=400))

    assert addresses(timezone.now() - timedelta(days=365)) == 1
    running.refresh_from_db()
    assert running.person_email
