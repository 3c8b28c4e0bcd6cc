"""Who is given a task by a link reads what it is, at any level; the mail itself does not say it."""

import pytest
from django.test import Client

from events.actions.links import report_path
from events.actions.mails import told_of_one
from events.actions.services import report_progress
from portal.access.enums import Level
from tests.factories.actions import make_action, make_event

pytestmark = pytest.mark.django_db
WORDS = ("Mend the bridge list", "Three sheets, by Tuesday")


def given(scene, level):
    return make_action(
        WORDS[0], details=WORDS[1], by=scene.maker, organisation=scene.organisation, level=level,
        person_email="doer@elsewhere.example", **scene.said,
    )  # fmt: skip


@pytest.mark.parametrize("level", [Level.MEMBERS, Level.NAMED, Level.OWNER])
def test_the_page_behind_the_link_says_what_who_asks_and_where_it_was_agreed(scene, level):
    action = given(scene, level)
    text = Client().get(report_path(action)).text

    keeper = action.identity.custodian
    for said in (*WORDS, action.code, keeper.name, scene.organisation.name, "A workshop"):
        assert said in text, said


def test_the_mail_of_a_closed_task_says_its_code_and_the_link_ends_with_the_task(scene):
    action = given(scene, Level.OWNER)
    facts = {"action": action.key.hex, "link_key": action.link_key}
    assert told_of_one(None, facts)["action"].label == action.code
    report_progress(action=action, link_key=action.link_key, state="done", note="Done.")
    answer = Client().get(report_path(action))
    assert (answer.status_code, WORDS[0] in answer.text) == (404, False)


def test_an_event_that_is_closed_is_named_by_its_code(scene):
    scene.event = make_event("A closed one", listed_to=Level.OWNER, owner=scene.host, by=scene.maker)
    scene.said["origin"] = type(scene.said["origin"])(event=scene.event)
    text = Client().get(report_path(given(scene, Level.OWNER))).text

    assert ("A closed one" in text, scene.event.code in text) == (False, True)
