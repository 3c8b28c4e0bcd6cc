"""Steps of a plan become follow-up actions, each once; the page says how far each is."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from events.actions.models import FollowUpAction
from portal.access.enums import Level
from practices.partnerships.plan import plan_of
from practices.partnerships.services import make_actions
from tests.factories.events import make_event, make_session
from tests.factories.partnerships import STEP_DUE, IdeaScene
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    session = make_session()
    event = make_event(sessions=[session])
    scene = IdeaScene(
        born_event=event.identity, born_session=session.translation_key, listed_to=Level.MEMBERS,
        details_to=Level.MEMBERS,
    )  # fmt: skip
    scene.event, scene.session = event, session
    return scene


def doable(scene):
    """Its step, as the form gives it on to an organisation."""
    return [replace(step, organisation=scene.partner) for step in plan_of(scene.page)]


def said(scene):
    """What the form sends when one ticks the step."""
    (step,) = plan_of(scene.page)
    return {"steps": [step.key.hex], "organisation": scene.partner.code}


def test_a_step_becomes_one_action_that_knows_its_session_however_often_it_is_asked(scene):
    client, address = Client(), reverse("partnerships:plan", args=[scene.identity.code])
    client.force_login(scene.author)
    assert client.get(address).status_code == 200
    assert FollowUpAction.objects.count() == 0
    client.post(address, said(scene))
    client.post(address, said(scene))

    (action,) = FollowUpAction.objects.all()
    (step,) = plan_of(scene.page)
    assert (action.title, action.organisation, action.due_on) == ("Agree fields", scene.partner, STEP_DUE)
    assert (action.idea_id, action.step_key) == (scene.page.key, step.key)
    assert (action.origin_event_id, action.session_key) == (scene.event.key, scene.session.translation_key)
    assert f'href="{action.get_absolute_url()}"' in client.get(scene.page.url).text
    assert make_actions(identity=scene.identity, steps=[step], by=scene.author) == []


def test_an_action_names_no_event_that_its_maker_may_not_know_of(scene):
    decide(scene.event, listed_to=Level.OWNER)

    (action,) = make_actions(identity=scene.identity, steps=doable(scene), by=scene.author)

    assert (action.idea_id, action.origin_event_id, action.session_key) == (scene.page.key, None, None)


def test_a_step_that_nobody_does_makes_none_and_says_so(scene):
    client, address = Client(), reverse("partnerships:plan", args=[scene.identity.code])
    client.force_login(scene.author)
    answer = client.post(address, {**said(scene), "organisation": ""})

    assert answer.status_code == 400
    assert set(answer.context["form"].errors) == {"organisation"}
    with pytest.raises(ValidationError, match="Agree fields: Say which organisation does it"):
        make_actions(identity=scene.identity, steps=plan_of(scene.page), by=scene.author)
    assert FollowUpAction.objects.count() == 0


def test_who_may_not_say_how_far_it_is_makes_none(scene):
    with pytest.raises(PermissionDenied):
        make_actions(identity=scene.identity, steps=plan_of(scene.page), by=scene.stranger)
    client = Client()
    client.force_login(scene.stranger)
    assert client.get(reverse("partnerships:plan", args=[scene.identity.code])).status_code == 404


def test_words_of_a_step_go_to_no_organisation_that_may_not_read_the_idea(scene):
    decide(scene.page, listed_to=Level.NAMED, details_to=Level.NAMED, owner=scene.own, custodian=scene.own)
    client, address = Client(), reverse("partnerships:plan", args=[scene.identity.code])
    client.force_login(scene.author)

    answer = client.post(address, said(scene))
    assert (answer.status_code, FollowUpAction.objects.count()) == (400, 0)
    assert f"may not read {scene.identity.code}" in answer.text

    scene.identity.named_organisations.add(scene.partner)
    client.post(address, said(scene))
    assert FollowUpAction.objects.get().organisation == scene.partner
