"""Steps of a plan and the follow-up actions that were made of them."""

from dataclasses import dataclass

from events.actions.models import FollowUpAction
from events.actions.reading import state_word
from portal.access.readers import takes_part
from portal.records.shown import StateWord


@dataclass(frozen=True)
class StepAction:
    """The action of a step, as a page names it."""

    code: str
    url: str
    state: StateWord


def by_step(actions, user):
    """By the key of a step, the StepAction of each of these actions, of which `user` may know: people of the community,
    since actions are for nobody else."""
    if not takes_part(user):
        return {}
    return {row.step_key: StepAction(row.code, row.get_absolute_url(), state_word(row.state)) for row in actions}


def with_actions(steps, actions):
    """Pairs of a PlannedStep and its StepAction, or None."""
    return [(step, actions.get(step.key)) for step in steps]


def steps_to_do(key, steps):
    """Of the PlannedSteps of an idea those that are not done and of which no action was made. One query."""
    made = set(FollowUpAction.objects.filter(idea=key, step_key__isnull=False).values_list("step_key", flat=True))
    return without_action(steps, made)


def without_action(steps, made):
    """Those that are not done, and whose keys are not among the `made`, of which there is an action."""
    return [step for step in steps if not step.is_done and step.key not in made]
