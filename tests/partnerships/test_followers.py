"""Who follows an idea hears how far it is, once a step, and goes along when it goes on as another one."""

import pytest

from portal.access.enums import Level
from portal.community.following import follow, is_following
from portal.notifications.models import Notice
from portal.notifications.rendering import mail_of
from portal.notifications.verdicts import verdict
from practices.partnerships.models import IdeaChange
from practices.partnerships.services import change_state, merge_ideas
from practices.partnerships.telling import tell_of_step
from tests.factories.mails import mails_to
from tests.factories.partnerships import IdeaScene, make_idea
from tests.factories.people import editor
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    scene = IdeaScene()
    for user in (scene.stranger, scene.author):
        follow(user=user, identity=scene.identity)
    return scene


def moved(scene, to="evaluating", reason=""):
    return change_state(identity=scene.identity, to=to, reason=reason, by=scene.author)


def told(user):
    return sorted(Notice.objects.filter(user=user, kind="idea_moved").values_list("event", flat=True))


def test_each_step_is_told_once_and_not_to_who_made_it(scene):
    steps = [moved(scene), moved(scene, "accepted", "Two partners agreed.")]
    again = [tell_of_step(step) for step in steps for _ in range(3)]

    assert told(scene.stranger) == sorted(f"idea_moved:{step.pk}" for step in steps)
    assert (mails_to(scene.author.email), set(again)) == ([], {0})


def test_the_mail_says_the_state_and_no_reason(scene):
    moved(scene, reason="Two partners agreed.")
    mail = mail_of(Notice.objects.get(user=scene.stranger))

    state = IdeaChange.objects.get().state.label
    assert (state in mail.subject, state in mail.body) == (True, True)
    assert "Two partners" not in mail.subject + mail.body
    assert f"/r/{scene.identity.code}" in mail.body


def test_whether_they_may_have_it_is_asked_when_it_goes(scene):
    moved(scene)
    notice = Notice.objects.get(user=scene.stranger)
    decide(scene.page, listed_to=Level.OWNER, owner=scene.own)

    assert verdict(notice).__name__ == "withdraw"


def test_who_follows_goes_on_with_the_other_one_where_they_may_know_of_it(scene):
    open_one, closed = make_idea("It goes on"), make_idea("It goes on, closed", listed_to=Level.OWNER)
    merge_ideas(other=scene.identity, into=open_one.identity, reason="The same.", by=editor())
    other = make_idea("Another")
    follow(user=scene.stranger, identity=other.identity)
    merge_ideas(other=other.identity, into=closed.identity, reason="The same.", by=editor())

    assert [is_following(scene.stranger, page.key) for page in (open_one, closed)] == [True, False]
    assert len(told(scene.stranger)) == 2
