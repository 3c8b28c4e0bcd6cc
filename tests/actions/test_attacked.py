"""What was tried against actions, and must not work."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from events.actions.models import FollowUpAction
from events.actions.origins import Origin
from events.actions.services import carry_over, hand_on
from tests.factories.actions import Scene, day, make_action, make_event

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
