"""For the report back: who does an action and by when is filled in, and lines are taken out."""

from django.db import transaction

from events.capture.models import CapturedLine
from events.rights import runs
from portal.directory.rights import require

from .capturing import capture_line, said_of


@transaction.atomic
def fill_in_lines(*, event, session_key, said, by):
    """Keeps who does actions, and by when, as newer wordings of their lines. `said` is by key of a line a pair: an
    Organisation and a date, None for what stays as it is. Raises PermissionDenied for who does not run the event."""
    require(runs(by, event))
    for line in _standing(event, session_key, said):
        organisation, due_on = said[line.pk][0] or line.organisation, said[line.pk][1] or line.due_on
        if (organisation, due_on) != (line.organisation, line.due_on):
            chosen = organisation.pk if organisation else None
            _change(line, by, organisation=chosen, due_on=due_on.isoformat() if due_on else None)


@transaction.atomic
def take_out_lines(*, event, session_key, keys, by):
    """Takes lines out of which nothing was made: their wordings stay, and a phone that sends one of them again does not
    bring it back. Raises PermissionDenied for who does not run the event."""
    require(runs(by, event))
    for line in _standing(event, session_key, keys).filter(became=None):
        _change(line, by, text="")


def _standing(event, session_key, keys):
    lines = CapturedLine.objects.of(event, session_key).standing().filter(pk__in=list(keys))
    return lines.select_related("event", "organisation").select_for_update(of=("self",))


def _change(line, by, **said):
    capture_line(
        key=line.pk, event=line.event, session_key=line.session_key, said={**said_of(line), **said},
        revision=line.revision + 1, by=by,
    )  # fmt: skip
