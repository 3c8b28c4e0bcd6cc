"""How far actions are, said by programs."""

import pytest

from events.actions.enums import State
from events.actions.models import ActionUpdate
from portal.api.enums import Scope
from tests.api.asking import Program
from tests.factories.actions import Scene, make_action
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def maker():
    return member_of(OrganisationFactory())


def test_an_update_is_kept_once_and_shown_in_the_list(maker):
    action = make_action(by=maker)
    program, said = Program(maker), {"state": State.IN_PROGRESS, "note": "Half of it is done."}

    answers = [program.send("POST", f"actions/{action.code}/updates/", said) for _ in range(2)]

    assert [each.status_code for each in answers] == [201, 201], answers[0].content
    assert answers[0].json() == answers[1].json()
    assert answers[0].json() == answers[0].json() | {"code": action.code, **said}
    assert ActionUpdate.objects.filter(act="report").count() == 1
    (row,) = program.read("actions/")["rows"]
    assert [each["code"] for each in row["state"]] == [State.IN_PROGRESS]


def test_a_state_that_cannot_be_or_lacks_its_note_is_said_by_field(maker):
    action = make_action(by=maker)
    program = Program(maker)

    for said, fields in (({"state": "blocked"}, ["note"]), ({"state": "nothing"}, ["state"]), ({}, ["state"])):
        response = program.send("POST", f"actions/{action.code}/updates/", said)
        assert response.status_code == 400
        assert [each["field"] for each in response.json()["errors"]] == fields
    assert not ActionUpdate.objects.filter(act="report").exists()


def test_who_may_not_report_finds_nothing(maker):
    action = Scene().action
    stranger = Program(member_of(OrganisationFactory()))
    said = {"state": State.IN_PROGRESS}

    for code in (action.code, "FA-ZZZZ"):
        assert stranger.send("POST", f"actions/{code}/updates/", said).status_code == 404
    assert Program(maker, Scope.READ).send("POST", f"actions/{action.code}/updates/", said).status_code == 403
    assert Program().send("POST", f"actions/{action.code}/updates/", said).status_code == 401
