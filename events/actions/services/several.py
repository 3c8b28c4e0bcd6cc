"""Several actions changed at once, with one note."""

from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction

from events.actions.rights import may_change
from portal.access.changes import announced_together
from portal.directory.rights import require

from .changing import handed_on, made_due
from .moving import locked
from .reporting import reported


@dataclass
class Changed:
    """What became of several: how many updates were left, and by action the ValidationError that kept it as it is."""

    updates: int = 0
    refused: dict = field(default_factory=dict)

    def errors(self):
        """The same as one ValidationError, by field, each sentence with the code of its action; None without any."""
        problems = {}
        for action, refused in self.refused.items():
            _gather(problems, action, refused)
        return ValidationError(problems) if problems else None


@transaction.atomic
def change_several(*, actions, by, due_on=None, organisation=None, state="", note=""):
    """Changes of each of them the day on which it is due, the organisation in charge, the state: whole, or where a part
    cannot be, not at all, and the others all the same. What one is already, stays. Returns a Changed.

    Raises PermissionDenied when `by` may not change one of them; then none is changed.
    """
    changed = Changed()
    with announced_together():
        for action in sorted(actions, key=lambda each: each.pk):
            try:
                with transaction.atomic():
                    changed.updates += _change(action, by, due_on, organisation, state, note)
            except ValidationError as refused:
                changed.refused[action] = refused
    return changed


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
