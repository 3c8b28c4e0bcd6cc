"""What was tried against actions, and must not work."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from events.actions.calendars import calendar_of
from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.services import carry_over, hand_on, report_progress
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from tests.factories.actions import Scene, day, in_order, make_action, make_event

pytestmark = pytest.mark.django_db

OUTSIDE = "who@elsewhere.example"
NUL = "\x00"


@pytest.fixture
def scene():
    return Scene(person_email=OUTSIDE)


@pytest.fixture
def own_event(scene):
    """Of who carries what is not theirs."""
    return make_event("Another workshop", owner=scene.stranger.member.memberships.get().organisation)


def signed(user):
    client = Client()
    client.force_login(user)
    return client


def test_who_runs_an_event_takes_over_no_action_of_others(scene, own_event):
    url, reader = scene.action.get_absolute_url(), signed(scene.stranger)
    with pytest.raises(PermissionDenied):
        carry_over(actions=[scene.action], to_event=own_event, by=scene.stranger)

    in_order(scene.event, own_event)
    path = f"/actions/of/{own_event.code}/"
    assert scene.action.title not in reader.get(f"{path}?from={scene.event.code}").text
    reader.post(path, {"a": scene.action.code})
    assert FollowUpAction.objects.get().carried_to is None
    assert {reader.get(f"{url}{page}/").status_code for page in ("hand-on", "change")} == {404}


def test_what_one_made_is_carried_to_an_event_that_one_runs(scene, own_event):
    mine = make_action(by=scene.stranger, origin=Origin(event=scene.event))

    assert signed(scene.stranger).post(f"/actions/of/{own_event.code}/", {"a": mine.code}).status_code == 302
    assert FollowUpAction.objects.get(pk=mine.pk).carried_to == own_event


def test_an_address_stands_in_the_form_of_who_gave_it_alone(scene):
    path = f"{scene.action.get_absolute_url()}hand-on/"

    def people_who_see_it():
        people = {"maker": scene.maker, "facilitator": scene.facilitator, "focal point": scene.focal_point}
        return {who for who, user in people.items() if OUTSIDE in signed(user).get(path).text}

    assert people_who_see_it() == {"maker"}
    hand_on(action=scene.action, by=scene.maker, organisation=scene.host, person_email=OUTSIDE)
    hand_on(action=scene.action, by=scene.facilitator, organisation=scene.organisation, person_email=OUTSIDE)
    assert people_who_see_it() == {"facilitator"}
    # Another day alone: the person stays, whoever sees their address.
    said = {"organisation": scene.organisation.code, "due_on": day(60).isoformat(), "person_email": "", "note": ""}
    assert signed(scene.maker).post(path, said).status_code == 302
    assert FollowUpAction.objects.get().person_email == OUTSIDE


def test_what_is_no_code_is_no_action(scene):
    client = signed(scene.maker)

    assert client.post("/actions/several/", {"a": NUL, "state": "dropped"}).status_code == 404
    asked = {"a": [NUL, "FA-", "x" * 9000, scene.action.code.lower()], "state": "dropped", "note": "Over."}
    assert client.post("/actions/several/", asked).status_code == 302
    assert FollowUpAction.objects.get().state == "dropped"
    facilitator = signed(scene.facilitator)
    assert facilitator.post(f"/actions/of/{scene.event.code}/", {"a": NUL}).status_code == 302


def new(scene, **said):
    """What the form of a new action sends, opened by a member."""
    return {
        "title": "Send the list", "organisation": scene.organisation.code, "due_on": day(30).isoformat(),
        "level": "members", "names_person": "no", "names_place": "no", "tells_unpublished": "no", **said,
    }  # fmt: skip


def test_a_member_writes_to_one_address_a_few_times_a_day(scene):
    client, victim = signed(scene.stranger), "victim@elsewhere.example"
    answers = [client.post("/actions/new/", new(scene, person_email=victim)) for _ in range(6)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [400]
    assert "Enough was written there today" in answers[-1].text
    assert Notice.objects.filter(address=victim).count() == FollowUpAction.objects.count() == 5
    # Who gives it to nobody without an account goes on, and so does somebody else.
    assert client.post("/actions/new/", new(scene)).status_code == 302
    path = f"{make_action(by=scene.maker).get_absolute_url()}hand-on/"
    assert signed(scene.maker).post(path, new(scene, person_email=victim)).status_code == 302


def test_the_organisation_hears_of_what_somebody_else_is_asked_in_its_name(scene):
    point = scene.focal_point
    action = scene.action
    by_mail, here = Notice.objects.get(address=OUTSIDE), Notice.objects.get(user=point)

    asks = f"asks whether {scene.organisation.short_name} does this by"
    assert asks in mail_of(by_mail).body
    assert asks in mail_of(here).body
    report_progress(action=action, by=point, state="in_progress", note="We do.")
    assert "It was agreed that" in mail_of(by_mail).body


def test_what_who_runs_the_event_says_was_agreed(scene):
    make_action(
        by=scene.facilitator, organisation=scene.organisation, person_email=OUTSIDE, origin=Origin(event=scene.event)
    )

    assert "It was agreed that" in mail_of(Notice.objects.get(address=OUTSIDE)).body


def test_a_form_that_is_sent_twice_makes_one_action(scene):
    client = signed(scene.maker)
    key = client.get("/actions/new/").context["form"]["key"].value()
    answers = [client.post("/actions/new/", new(scene, key=key)) for _ in range(2)]

    assert answers[0].url == answers[1].url == FollowUpAction.objects.get().get_absolute_url()
    # The key of somebody else's form opens nothing.
    assert signed(scene.stranger).post("/actions/new/", new(scene, key=key)).url != answers[0].url
    assert client.post("/actions/new/", new(scene, key="none")).status_code == 302
    assert FollowUpAction.objects.count() == 3


def test_a_day_that_no_calendar_shows_is_refused_and_breaks_none(scene):
    client = signed(scene.maker)
    answer = client.post("/actions/new/", new(scene, due_on="9999-12-31"))
    assert (answer.status_code, "more than ten years away" in answer.text) == (400, True)
    said = {"organisation": scene.organisation.code, "person_email": OUTSIDE, "due_on": "9999-12-31", "note": ""}
    assert client.post(f"{scene.action.get_absolute_url()}hand-on/", said).status_code == 400

    FollowUpAction.objects.update(person=scene.maker, person_email="", due_on=date(9999, 12, 31))
    assert b"DTSTART;VALUE=DATE:99991231" in calendar_of(scene.maker)
