"""A form that is sent several times at the same moment makes one thing, and every sender hears that it is kept."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from events.actions.models import ActionUpdate, FollowUpAction
from events.attending.links import answer_path
from events.attending.models import Participant
from events.capture.models import CapturedLine, LineVersion, Sheet, SheetRow
from events.proceedings.models import ProceedingsVersion
from portal.access.models import RecordIdentity
from portal.notifications.models import Notice
from practices.partnerships.models.life import IdeaSupport
from practices.requests.models import DataRequest, RequestStep
from tests.at_once import TIMES, sent_at_once
from tests.factories.actions import Scene as ActionScene
from tests.factories.actions import day as in_days
from tests.factories.attending import Coming
from tests.factories.capture import Day
from tests.factories.partnerships import IdeaScene
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.proceedings import Workshop
from tests.factories.requests import Scene as RequestScene
from tests.factories.requests import wording

pytestmark = pytest.mark.django_db(transaction=True)


def key_in(path, user):
    """The key of the form at that address, opened by `user`."""
    client = Client()
    client.force_login(user)
    return client.get(path).context["form"]["key"].value()


def where(answers):
    """To which addresses the answers lead; fails where one of them leads nowhere."""
    assert [each.status_code for each in answers] == [302] * TIMES
    return {each.url for each in answers}


def test_a_new_action_is_one():
    scene = ActionScene()
    said = {
        "title": "Ask", "organisation": scene.organisation.code, "due_on": in_days(20).isoformat(), "level": "members",
        "names_person": "no", "names_place": "no", "tells_unpublished": "no", "person_email": "who@elsewhere.example",
        "key": key_in("/actions/new/", scene.maker),
    }  # fmt: skip
    answers = sent_at_once("/actions/new/", said, scene.maker)

    action = FollowUpAction.objects.get()
    assert where(answers) == {action.get_absolute_url()}
    assert (ActionUpdate.objects.count(), Notice.objects.filter(address="who@elsewhere.example").count()) == (1, 1)


def test_asking_for_data_asks_once():
    scene, said = RequestScene(), wording()
    path = f"/requests/ask/{scene.identity.code}/"
    to_hear = scene.owners_point
    data = {
        **said, "subject": "details", "asked_for": scene.asking.pk, "form": said["form"].pk, "acknowledged": "on",
        "purpose": said["purpose"].pk, "until": said["until"].isoformat(), "key": key_in(path, scene.asker),
    }  # fmt: skip
    answers = sent_at_once(path, data, scene.asker)

    request = DataRequest.objects.get()
    assert where(answers) == {request.get_absolute_url()}
    assert (RequestStep.objects.count(), Notice.objects.filter(user=to_hear).count()) == (1, 1)


def test_a_new_entry_is_one_draft():
    scene = ActionScene()
    client, path = Client(), "/contribute/needs/"
    client.force_login(scene.maker)
    token = client.get(path).context["token"]
    before = RecordIdentity.objects.count()
    answers = sent_at_once(path, {"token": token, "title": "Where schools are", "save": "yes"}, scene.maker)

    assert len(where(answers)) == 1
    assert RecordIdentity.objects.count() == before + 1


def test_an_invitation_is_answered_once():
    scene = Coming()
    path = answer_path(scene.invited())
    answers = sent_at_once(path, {"answer": "coming", "name": "A guest", "is_listed": "on"})

    assert [each.status_code for each in answers] == [200] * TIMES
    assert [(each.name, each.is_listed) for each in Participant.objects.all()] == [("A guest", True)]


@pytest.mark.parametrize("by_code", [False, True])
def test_a_line_is_captured_once(by_code):
    day = Day()
    path = reverse("capture:group", args=[day.code, day.session]) if by_code else day.path
    line = {"key": uuid4(), "revision": 1, "kind": "finding", "text": "Village names differ"}
    answers = sent_at_once(path, line, None if by_code else day.facilitator, HTTP_ACCEPT="application/json")

    assert [(each.status_code, each.json()["kept"]) for each in answers] == [(200, str(line["key"]))] * TIMES
    assert (CapturedLine.objects.count(), LineVersion.objects.count()) == (1, 1)


def test_a_sheet_is_sent_once():
    day, organisation = Day(), OrganisationFactory()
    member_of(organisation, focal_point=True)
    sheet = {"key": uuid4(), "organisation": organisation.code, "have-0-what": "Roads", "need-0-what": "Schools"}
    answers = sent_at_once(reverse("capture:fair", args=[day.code]), sheet)

    assert len(where(answers)) == 1
    assert (Sheet.objects.count(), Notice.objects.count()) == (1, 1)
    assert sorted(SheetRow.objects.values_list("what", flat=True)) == ["Roads", "Schools"]


@pytest.mark.parametrize("for_organisation", [False, True])
def test_an_idea_is_supported_once(for_organisation):
    scene = IdeaScene()
    path = reverse("partnerships:support", args=[scene.identity.code])
    whose = {"organisation": scene.partner.code} if for_organisation else {}
    answers = sent_at_once(path, {"support": "yes", **whose}, scene.partners_point)

    assert len(where(answers)) == 1
    assert IdeaSupport.objects.count() == 1


def test_proceedings_are_published_once():
    workshop = Workshop()
    path = reverse("proceedings:publish", args=[workshop.event.slug])
    answers = sent_at_once(path, {"number": "1"}, workshop.facilitator)

    assert where(answers) == {reverse("proceedings:published", args=[workshop.event.slug, 1])}
    assert list(ProceedingsVersion.objects.values_list("number", flat=True)) == [1]
