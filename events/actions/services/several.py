"""Several actions changed at once, with one note."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from portal.access.changes import announced_together

from .changing import change_due, hand_on
from .reporting import report_progress


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
    count = 0
    if organisation is not None and organisation.pk != action.organisation_id:
        hand_on(action=action, by=by, organisation=organisation, note=note)
        count += 1
    if due_on is not None and due_on != action.due_on:
        change_due(action=action, by=by, due_on=due_on, note=note)
        count += 1
    if state and state != action.state:
        report_progress(action=action, by=by, state=state, note=note)
        count += 1
    return count


def _gather(problems, action, refused):
    """By field, each sentence with the code of the action for which it stands."""
    found = refused.error_dict if hasattr(refused, "error_dict") else {NON_FIELD_ERRORS: [refused]}
    for name, errors in found.items():
        for error in errors:
            problems.setdefault(name, []).extend(f"{action.code}: {sentence}" for sentence in error.messages)
