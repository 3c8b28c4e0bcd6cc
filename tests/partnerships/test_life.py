"""What happened to an idea: of actions and organisations around it each reader is told of what they may know of."""

import pytest

from portal.access.enums import Level
from practices.partnerships.life import life_of
from practices.partnerships.plan import plan_of
from practices.partnerships.services import change_state, make_actions
from practices.partnerships.timeline import timeline_of
from tests.factories.partnerships import IdeaScene
from tests.factories.people import editor
from tests.factories.records import decide
from tests.partnerships.test_plan import doable

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return IdeaScene(listed_to=Level.MEMBERS)


def test_an_action_is_told_to_who_may_know_of_it_and_its_step_has_one_for_all(scene):
    (action,) = make_actions(identity=scene.identity, steps=doable(scene), by=scene.author)
    decide(action, listed_to=Level.OWNER)

    lives = [life_of(scene.page.key, user) for user in (scene.stranger, editor())]

    assert [life.actions for life in lives] == [[], [action]]
    assert [life.made for life in lives] == [{step.key for step in plan_of(scene.page)}] * 2


def test_who_made_a_step_is_of_no_organisation_that_its_reader_may_not_know_of(scene):
    change_state(identity=scene.identity, to="evaluating", reason="", by=scene.author)
    decide(scene.own, listed_to=Level.OWNER)
    readers = (scene.stranger, editor())

    assert [life_of(scene.page.key, user).known for user in readers] == [frozenset(), {scene.own.pk}]
    assert ["Our own" in timeline_of(scene.page, user)[0].by for user in readers] == [False, True]
