"""An action's state is that of its last update, whatever is done with it, in whichever order."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from events.actions.enums import STILL_OPEN, Act, State
from events.actions.models import ActionUpdate, FollowUpAction
from events.actions.origins import Origin
from events.actions.services import carry_over, change_due, hand_on, report_progress
from events.actions.states import needs_note, next_states, term_of
from tests.factories.actions import day, make_action, make_event
from tests.factories.people import OrganisationFactory


@pytest.mark.django_db
def test_code_and_vocabulary_know_the_same_states():
    assert {state for state in State if term_of(state).flag("is_open")} == STILL_OPEN
    assert {state for state in State if needs_note(state)} == {State.BLOCKED, State.DONE, State.DROPPED}
    assert next_states(State.DONE) == (State.OPEN,)
    assert next_states(State.IN_PROGRESS) == (State.BLOCKED, State.DONE, State.DROPPED)


class Actions(RuleBasedStateMachine):
    """One action, and everything that can be done with it by who may and by who may not. `scene`, `events` and `others`
    are made once; what an example did is taken back at its end."""

    scene = events = others = None

    def __init__(self):
        super().__init__()
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.action = make_action(by=self.scene.maker, organisation=self.others[0], origin=Origin(event=self.events[0]))
        self.carried = 0

    def teardown(self):
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    def try_to(self, do):
        """Does it; what is refused must leave nothing behind."""
        before = ActionUpdate.objects.count()
        try:
            do()
        except (PermissionDenied, ValidationError):
            assert ActionUpdate.objects.count() == before

    @rule(state=st.sampled_from(State), note=st.sampled_from(["", "The list was sent."]), who=st.booleans())
    def report(self, state, note, who):
        by = self.scene.maker if who else self.scene.stranger
        was = FollowUpAction.objects.get(pk=self.action.pk).state
        self.try_to(lambda: report_progress(action=self.action, by=by, state=state, note=note))
        now = FollowUpAction.objects.get(pk=self.action.pk).state
        may = who and state in next_states(was) and (note or not needs_note(state))
        assert now == (state if may else was)

    @rule(number=st.integers(0, 1))
    def hand(self, number):
        self.try_to(lambda: hand_on(action=self.action, by=self.scene.maker, organisation=self.others[number]))

    @rule(days=st.integers(1, 3))
    def postpone(self, days):
        due = self.action.due_on + timedelta(days=days)
        self.try_to(lambda: change_due(action=self.action, by=self.scene.maker, due_on=due))

    @rule(number=st.integers(0, 1))
    def carry(self, number):
        to = self.events[number]
        self.carried += len(carry_over(actions=[self.action], to_event=to, by=self.scene.facilitator))

    @invariant()
    def state_is_that_of_the_last_update(self):
        action = FollowUpAction.objects.get(pk=self.action.pk)
        updates = list(action.updates.all())
        assert updates[0].act == Act.OPEN
        assert action.state == updates[-1].state
        assert [each.state_before for each in updates[1:]] == [each.state for each in updates[:-1]]
        assert action.carried_over == self.carried == sum(each.act == Act.CARRY_OVER for each in updates)
        assert bool(action.outcome) == (action.state == State.DONE)


@pytest.mark.django_db
def test_state_and_trail_never_disagree(scene):
    people = (scene.maker, scene.stranger, scene.facilitator)
    assert all(people)
    Actions.scene, Actions.others = scene, [scene.organisation, OrganisationFactory()]
    Actions.events = [scene.event, make_event("The next", owner=scene.host)]
    run_state_machine_as_test(Actions, settings=settings(max_examples=25, stateful_step_count=15, deadline=None))


@pytest.mark.django_db
def test_day_and_owner_of_the_last_update_hold():
    action = make_action()
    maker = action.opened_by
    other = OrganisationFactory()
    change_due(action=action, by=maker, due_on=day(40), note="They asked.")
    hand_on(action=action, by=maker, organisation=other)
    action.refresh_from_db()

    assert (action.due_on, action.organisation) == (day(40), other)
    assert [(each.act, each.note) for each in action.updates.all()] == [
        (Act.OPEN, ""), (Act.CHANGE_DUE, "They asked."), (Act.HAND_ON, ""),
    ]  # fmt: skip
