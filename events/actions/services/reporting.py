"""How far it is: said here by who may, or by the link of a mail."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.actions.enums import Act, State, Way
from events.actions.rights import may_report
from events.actions.states import require_move
from portal.directory.rights import require

from .moving import locked, moved, new_link_key, require_allowed

AGAIN = timedelta(days=1)
"""For so long the same words of the same person are one report: it is sent again when no answer came."""


@transaction.atomic
def report_progress(*, action, state, note="", by=None, link_key=""):
    """Says how far an action is: another state, with a note where the vocabulary wants one, or a note alone. Returns
    the ActionUpdate.

    By a member (`by`), or by the person whose link holds `link_key`: raises PermissionDenied for a link that has ended
    since, and for who may not; ValidationError, by field, for a state that cannot follow, a missing note, and words
    that must not stand here. What is done or dropped ends the link; what is opened again gets another one. A report
    that is sent again changes nothing, also by the link that it ended.
    """
    action = locked(action)
    by, way = (None, Way.MAIL) if link_key else (by, Way.PAGE)
    again = _said_already(action, by, way, state, note)
    if link_key:
        require(action.link_key == link_key and (action.is_open or again is not None))
    else:
        require(may_report(by, action))
    return again or reported(action, by, state, note, way)


def reported(action, by, state, note="", way=Way.PAGE):
    """The same for an action that is locked, by who may."""
    note = note.strip()
    require_move(action.state, state, note)
    require_allowed({"note": (_("Your note"), note)}, action.identity)
    was_open = action.is_open
    action.outcome = _outcome(action, state, note)
    update = moved(action, Act.REPORT, state=State(state), by=by, way=way, note=note)
    if action.is_open and not was_open:
        new_link_key(action)
        action.save(update_fields=["link_key"])
    return update


def _said_already(action, by, way, state, note):
    """The last update of an action where it is this report; else None."""
    last = action.updates.order_by("at", "pk").last()
    if last is None or last.act != Act.REPORT or last.at < timezone.now() - AGAIN:
        return None
    is_same = (last.by_id, last.way, last.state, last.note) == (by and by.pk, way, state, note.strip())
    return last if is_same else None


def _outcome(action, state, note):
    """What was achieved: what was said when it was done; nothing of what is open again."""
    if state == State.DONE:
        return note or action.outcome
    return action.outcome if state == action.state else ""
