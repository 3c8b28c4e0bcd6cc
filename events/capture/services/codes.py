"""The codes of an event: made by who runs it, valid for some days, ended by a button."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.capture.models import EventCode
from events.rights import runs
from portal.access.models import RecordIdentity
from portal.core.codes import draw
from portal.directory.rights import require

LENGTH = 8
"""Characters of five bits each: nobody meets one by trying."""
MOST_DAYS = 30
AGAIN = timedelta(minutes=10)
"""For so long the same button of the same person asks for one code: it is pressed again when no answer came."""
READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": ""})
"""What people read or type in place of Crockford's characters."""


@transaction.atomic
def make_code(*, event, by, days) -> EventCode:
    """A new code of an event (its identity) for so many days; that of a moment ago, while it is valid, where the same
    was sent again. Raises PermissionDenied for who does not run it, ValidationError for days out of range."""
    require(runs(by, event))
    # One after the other, so that what is sent twice at once makes one.
    RecordIdentity.objects.select_for_update(no_key=True).get(pk=event.pk)
    if not 1 <= days <= MOST_DAYS:
        raise ValidationError({"days": _("Give a number of days between 1 and %(most)d.") % {"most": MOST_DAYS}})
    now, lasts = timezone.now(), timedelta(days=days)
    fresh = EventCode.objects.valid(now).filter(event=event, made_by=by, made_at__gt=now - AGAIN)
    # Valid for another number of days, it is another code that was asked for.
    for code in fresh.filter(until__gt=now + lasts - AGAIN, until__lte=now + lasts):
        return code
    until = now + lasts
    return EventCode.objects.create(code=draw(LENGTH), event=event, made_by=by, until=until)


def revoke_code(*, code, by):
    """Ends a code (an EventCode) now. Raises PermissionDenied for who does not run its event."""
    require(runs(by, code.event))
    EventCode.objects.filter(pk=code.pk, revoked_at=None).update(revoked_at=timezone.now())


def as_code(typed) -> str:
    """What somebody typed, written as a code is, whether there is one or not."""
    return str(typed).upper().translate(READ_AS)


def code_of(typed) -> EventCode | None:
    """The valid EventCode of what somebody typed; None for one that was never given, has ended or was ended."""
    wanted = as_code(typed)
    if len(wanted) != LENGTH or not wanted.isalnum():
        return None
    return EventCode.objects.valid().filter(code=wanted).select_related("event").first()
