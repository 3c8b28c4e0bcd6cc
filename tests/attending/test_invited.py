"""What who is invited is told: who invites, what for, when; and the file that they take along."""

import pytest
from django.test import Client
from django.utils.translation import override

from events.attending.enums import Answer
from events.attending.links import answer_path
from events.attending.mails import told_of_invitation
from events.enums import Standing
from events.models import EventPage
from portal.access.enums import Level
from tests.factories.attending import Coming
from tests.factories.events import make_session

pytestmark = pytest.mark.django_db
COMING = {"answer": "coming", "name": "A guest", "note": "By train"}


@pytest.fixture
def scene():
    return Coming()


def test_who_is_invited_reads_who_invites_what_for_and_when_and_takes_it_along(scene):
    EventPage.objects.update(summary="To join what we know.")
    path = answer_path(scene.invited())
    text, kept = Client().get(path).text, Client().post(path, COMING).text
    file = Client().get(f"{path}event.ics")

    for said in ("The host", "To join what we know.", "I am coming", "Somebody else comes in my place", scene.page.url):
        assert said in text, said
    assert ("event.ics" in text, "event.ics" in kept) == (False, True)
    assert (file.status_code, scene.page.title in file.text) == (200, True)
    assert Client().get(path[:-3] + "x/event.ics").status_code == 404


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_an_answer_is_not_named_like_a_state_of_an_event(language):
    with override(language):
        assert str(Answer.COMING.label) != str(Standing.COMING.label)


@pytest.mark.parametrize(
    ("details_to", "is_told", "is_linked"),
    [(Level.PUBLIC, True, True), (Level.MEMBERS, True, False), (Level.NAMED, False, False)],
)
def test_guests_are_told_the_sessions_that_every_member_may_read(details_to, is_told, is_linked):
    scene = Coming(sessions=[make_session("What to clear first")], details_to=details_to)
    path = answer_path(scene.invited())
    text, file = Client().get(path).text, Client().get(f"{path}event.ics").text

    assert ("What to clear first" in text, "What to clear first" in file) == (is_told, is_told)
    assert (f'href="{scene.page.url}"' in text) == is_linked


def test_the_mail_says_who_invites_and_what_for(scene):
    EventPage.objects.update(summary="To join what we know.")
    invitation = scene.invited()
    facts = {"invitation": invitation.pk, "link_key": invitation.link_key}
    mailed = told_of_invitation(None, facts)["invitation"]

    assert (mailed.hosts, mailed.about) == ("The host", "To join what we know.")
