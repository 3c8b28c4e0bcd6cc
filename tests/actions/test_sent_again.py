"""What is sent again, because its answer was lost on the way, changes nothing and is answered as the first time."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from events.actions.enums import State
from events.actions.links import report_path
from events.actions.models import ActionUpdate, FollowUpAction
from events.actions.services import edit_action, report_progress
from tests.factories.actions import day, make_action
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
NEW = {"level": "members", "names_person": "no", "names_place": "no", "tells_unpublished": "no"}


def acts(action):
    return list(action.updates.values_list("act", "state", "note"))


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def key_in(answer):
    return answer.context["form"]["key"].value()


def test_the_form_of_a_new_action_makes_one(scene):
    client = client_of(scene.maker)
    said = {"title": "Ask", "organisation": scene.organisation.code, "due_on": day(20).isoformat(), **NEW}
    keys = [key_in(client.get("/actions/new/")) for _ in range(2)]
    answers = [client.post("/actions/new/", {**said, "key": key}) for key in (keys[0], *keys)]
    other = client_of(member_of(OrganisationFactory())).post("/actions/new/", {**said, "key": keys[0]})

    assert [each.status_code for each in (*answers, other)] == [302] * 4
    assert answers[0].url == answers[1].url
    assert len({each.url for each in (*answers, other)}) == FollowUpAction.objects.count() == 3
    assert ActionUpdate.objects.count() == 3


def test_what_is_wrong_comes_back_in_the_same_form(scene):
    client = client_of(scene.maker)
    key = key_in(client.get("/actions/new/"))
    wrong = client.post("/actions/new/", {"title": "Ask", "key": key, **NEW})

    assert (wrong.status_code, key_in(wrong)) == (400, key)
    assert f'name="key" value="{key}"' in wrong.text


def test_the_last_report_by_a_link_is_answered_again_and_nothing_else_is(scene):
    action = make_action(by=scene.maker, organisation=scene.organisation, person_email="who@elsewhere.example")
    path, client, done = report_path(action), Client(), {"state": "done", "note": "Sent."}
    answers = [client.post(path, done) for _ in range(3)]
    others = [client.post(path, {**done, "note": "Other"}), client.post(path, {"state": "open", "note": "Sent."})]

    assert [(each.status_code, "Kept. Thank you." in each.text) for each in answers] == [(200, True)] * 3
    assert [each.status_code for each in (*others, client.get(path))] == [404] * 3
    assert others[0].content == client.post("/actions/report/none/", done).content
    assert acts(action) == [("open", "open", ""), ("report", "done", "Sent.")]
    report_progress(action=action, by=scene.maker, state=State.OPEN, note="Not all of it.")
    assert client.post(path, done).status_code == 404


def test_the_same_words_of_another_day_or_person_are_another_report(scene):
    said = {"action": scene.action, "state": State.IN_PROGRESS, "note": "Waiting for the ministry."}
    first = report_progress(by=scene.maker, **said)
    assert report_progress(by=scene.maker, **said) == first
    report_progress(by=scene.focal_point, **said)
    ActionUpdate.objects.update(at=timezone.now() - timedelta(days=2))
    report_progress(by=scene.focal_point, **said)

    assert [act for act, _state, _note in acts(scene.action)] == ["open", "report", "report", "report"]


def test_words_that_stay_as_they_are_leave_no_trace(scene):
    said = {"action": scene.action, "by": scene.maker, "title": scene.action.title, "details": "More"}
    assert edit_action(**said).act == "edit"
    assert edit_action(**said) is None
    assert edit_action(**said, led_to=[scene.event]).act == "edit"
    assert edit_action(**said, led_to=[scene.event]) is None

    assert [act for act, _state, _note in acts(scene.action)] == ["open", "edit", "edit"]


def test_the_key_of_another_form_makes_an_action_all_the_same(scene):
    """An entry of that key is no action: two forms with one key would be two of one key."""
    client, need = client_of(scene.maker), "/contribute/needs/"
    token = client.get(need).context["token"]
    assert client.post(need, {"token": token, "title": "Where schools are", "save": "yes"}).status_code == 302
    said = {"title": "Ask", "organisation": scene.organisation.code, "due_on": day(20).isoformat(), **NEW}

    assert client.post("/actions/new/", {**said, "key": token}).status_code == 302
