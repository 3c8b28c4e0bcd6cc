"""Proceedings tell of the actions of who runs the event, not of what anybody wrote on its list."""

import pytest

from events.actions.origins import Origin
from events.actions.services import carry_over, change_due, report_progress
from tests.factories.actions import day, make_action
from tests.factories.events import make_event, with_role
from tests.factories.people import editor, member_of
from tests.factories.proceedings import Workshop, asked, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshop():
    return Workshop()


def is_told(workshop, title, *, event=None):
    path = f"/events/{(event or workshop.event).slug}/proceedings/"
    return title in words_of(asked(path, workshop.member))


def test_what_a_member_wrote_is_told_once_who_runs_the_event_took_it_up(workshop):
    action = workshop.make_action("Forged line", by=workshop.member)
    report_progress(action=action, by=member_of(workshop.named, focal_point=True), state="in_progress", note="Ours")
    before = is_told(workshop, "Forged line")
    change_due(action=action, by=workshop.facilitator, due_on=day(40), note="Later")

    assert (before, is_told(workshop, "Forged line")) == (False, True)


def test_to_drop_what_a_member_wrote_is_not_to_take_it_up(workshop):
    action = workshop.make_action("Forged line", by=workshop.member)
    report_progress(action=action, by=workshop.facilitator, state="dropped", note="Nobody said so")

    assert not is_told(workshop, "Forged line")


def test_what_who_runs_it_made_is_told_also_when_it_was_dropped(workshop):
    action = workshop.make_action("Agreed line", by=workshop.facilitator)
    report_progress(action=action, by=workshop.facilitator, state="dropped", note="Not needed any more")

    assert is_told(workshop, "Agreed line")


def test_an_action_of_an_editor_and_one_that_was_carried_here_are_told(workshop):
    earlier = make_event("Earlier", organisations=[with_role(workshop.host, "host")])
    carried = make_action("Carried line", by=workshop.member, origin=Origin(event=earlier.identity))
    carry_over(actions=[carried], to_event=workshop.event.identity, by=workshop.facilitator)
    workshop.make_action("Line of an editor", by=editor())

    assert all(is_told(workshop, title) for title in ("Carried line", "Line of an editor"))
    assert is_told(workshop, "Carried line", event=earlier)
