"""Several actions changed at once, with one note."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from events.actions.rights import may_change
from portal.access.changes import announced_together
from portal.directory.rights import require

from .changing import handed_on, made_due
from .moving import locked
from .reporting import reported


@transaction.atomic
def change_several(*, actions, by, due_on=None, organisation=None, state="", note=""):
    """Changes all of them, or none: the day on which they are due, the organisation in charge, the state. What one of
    them is already, stays. Returns how many updates were left.

    Raises PermissionDenied when `by` may not change one of them; ValidationError, by field, with the code of each
    action for which it cannot be.
    """
    problems, updates = {}, 0
    with announced_together(), transaction.atomic():
        for action in sorted(actions, key=lambda each: each.pk):
            try:
                updates += _change(action, by, due_on, organisation, state, note)
            except ValidationError as refused:
                _gather(problems, action, refused)
        if problems:
            raise ValidationError(problems)
    return updates


def _change(action, by, due_on, organisation, state, note):
    """How many updates are left. What is closed is opened first, what is open closed last."""
    action = locked(action)
    require(may_change(by, action))
    steps = []
    if due_on is not None and due_on != action.due_on:
        steps.append(lambda: made_due(action, by, due_on, note))
    if organisation is not None and organisation.pk != action.organisation_id:
        steps.append(lambda: handed_on(action, by, organisation, note=note))
    if state and state != action.state:
        steps.insert(len(steps) if action.is_open else 0, lambda: reported(action, by, state, note))
    for step in steps:
        step()
    return len(steps)


def _gather(problems, action, refused):
    """By field, each sentence with the code of the action for which it stands."""
    found = refused.error_dict if hasattr(refused, "error_dict") else {NON_FIELD_ERRORS: [refused]}
    for name, errors in found.items():
        for error in errors:
            problems.setdefault(name, []).extend(f"{action.code}: {sentence}" for sentence in error.messages)
