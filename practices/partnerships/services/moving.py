"""Says how far an idea is, with a reason that its readers see."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.access.changes import announce
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.access.services import log
from portal.directory.rights import require
from portal.records.linter.gate import refusal_of_short_text
from practices.partnerships.models.life import LONGEST, IdeaChange
from practices.partnerships.rights import may_move, speaks_as
from practices.partnerships.states import next_states, stands, state_of_key
from practices.partnerships.telling import tell_of_step

MOVED = "idea moved"
"""The action in the audit log."""


@transaction.atomic
def change_state(*, identity: RecordIdentity, to: str, reason: str, by) -> IdeaChange:
    """Puts an idea into the state with the key `to`; returns the step of its timeline.

    Raises PermissionDenied for who may not, ValidationError, by field, for a state that does not follow the present
    one, for a reason that is missing where the state needs one, and for one that not everybody may read.
    """
    identity = locked(identity)
    require(may_move(by, identity))
    state = next((each for each in next_states(stands(identity.key).state) if each.key == to), None)
    if state is None:
        raise ValidationError({"to": _("It cannot go there from where it is. Look at it again.")})
    return moved(identity, state, reason=reason, by=by)


def locked(identity):
    """The row as it stands now: two steps at the same moment come one after the other."""
    return RecordIdentity.objects.select_for_update(no_key=True).get(pk=identity.pk)


def moved(identity, state, *, reason, by, **facts):
    """Writes a step of the timeline of a locked idea, tells who follows it, and says that it changed."""
    reason = checked_reason(reason, is_needed=state.flag("needs_reason"))
    change = IdeaChange.objects.create(
        identity=identity, state=state, reason=reason, by=by, organisation=speaks_as(by, identity), **facts
    )
    tell_of_step(change)
    log(MOVED, identity=identity, by=by, state=state.key)
    announce(identity.key)
    return change


def checked_reason(reason, *, is_needed):
    """The reason without space around it. Raises ValidationError when it is missing, too long, or says what is not for
    everybody: nobody reviews it, and an idea may be opened later."""
    reason = " ".join(reason.split())
    if is_needed and not reason:
        raise ValidationError({"reason": _("Say why: whoever reads the idea sees it.")})
    if len(reason) > LONGEST:
        raise ValidationError({"reason": _("At most %d characters.") % LONGEST})
    if problem := refusal_of_short_text(reason, _("Why"), Level.PUBLIC):
        raise ValidationError({"reason": problem})
    return reason


def merged_state():
    """The state of an idea that goes on under another one."""
    return state_of_key("merged")
