"""Data that were handed over may be needed longer: who has them asks, and who gave them answers. Without an answer the
day stands."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.access.resting import running
from portal.core.web_addresses import has_address
from practices.requests.enums import Act, Way
from practices.requests.models import Approval
from practices.requests.possible import last_day_of
from practices.requests.telling import tell_of_step

from .asking import LONGEST
from .deciding import NO_LETTER, require_letter, waiting
from .moving import due_again, locked_for, message, moved


@transaction.atomic
def ask_longer(*, request, by, until, note):
    """Who has the data asks to keep them until a later day (a date), and says why. Returns the step; raises
    PermissionDenied, and ValidationError, by field, for a day that cannot be and without a reason."""
    request = locked_for(request, by, Act.ASK_LONGER)
    note = " ".join(message(note, _("Say why you need them longer.")).split())
    if has_address(note):
        raise ValidationError({"note": _("Take the address out: this goes by mail to who decides.")})
    handed = request.handed_over
    _require_between(until, handed.keep_until, timezone.localdate() + LONGEST)
    handed.wanted_until = until
    handed.save()
    due_again(request)
    request.save()
    return _told(moved(request, Act.ASK_LONGER, by=by, note=note, until=until))


@transaction.atomic
def lengthen(*, request, by, until=None, note="", way=Way.PAGE, letter=NO_LETTER):
    """Lets the data be kept until a day, by default the one asked for. Returns the request.

    By the link of a mail it holds when it is confirmed from the same mailbox. Raises PermissionDenied; ValidationError,
    by field, for a day that is later than asked or than the agreement, and as `approve` does without a letter.
    """
    request = locked_for(request, by, Act.LENGTHEN)
    require_letter(request, by, letter)
    given = Approval(
        request=request, by=by, way=way, conditions=message(note), until=until or request.handed_over.wanted_until,
        letter_number=letter.number.strip(), letter_on=letter.on,
    )  # fmt: skip
    _require_possible(given)
    return waiting(given, Approval.WaitsFor.MAILBOX) if way == Way.MAIL else kept_longer(given)


@transaction.atomic
def refuse_longer(*, request, by, note, way=Way.PAGE, letter=NO_LETTER):
    """The day stays as it was; returns the request. Raises PermissionDenied; ValidationError without a reason in
    words, and as `approve` does without a letter."""
    request = locked_for(request, by, Act.NOT_LONGER)
    require_letter(request, by, letter)
    note = message(note, _("Say why: who asked reads it."))
    forget_wish(request)
    facts = {"letter_number": letter.number.strip(), "letter_on": letter.on, "until": request.handed_over.keep_until}
    _told(moved(request, Act.NOT_LONGER, by=by, way=way, note=note, **facts))
    return request


def kept_longer(given):
    """What an Approval says of data that were handed over holds now; returns its request. Raises ValidationError when
    it cannot hold any more."""
    request, handed = given.request, given.request.handed_over
    _require_possible(given)
    handed.keep_until = given.until
    forget_wish(request)
    request.given_until = max(request.given_until, given.until)
    request.save()
    facts = {"note": given.conditions, "letter_number": given.letter_number, "letter_on": given.letter_on}
    _told(moved(request, Act.LENGTHEN, by=given.by, way=given.way, until=given.until, **facts))
    return request


def forget_wish(request):
    """Nobody waits for an answer about keeping the data any more."""
    Approval.objects.filter(request=request).delete()
    if request.handed_over is not None:
        request.handed_over.wanted_until = None
        request.handed_over.save()


def _require_possible(given):
    handed = given.request.handed_over
    agreement = given.request.agreement
    if agreement is not None and running(agreement) is None:
        raise ValidationError(_("The agreement on which it rests is over: it is to be renewed first."))
    days = (handed.wanted_until, last_day_of(agreement))
    _require_between(given.until, handed.keep_until, min(filter(None, days)))


def _require_between(day, after, last):
    """Raises ValidationError, by `until`, for a day that is not later than `after`, or later than `last`."""
    after = max(after, timezone.localdate())
    if not after < day <= last:
        facts = {"after": date_format(after, "j F Y"), "last": date_format(last, "j F Y")}
        raise ValidationError({"until": _("Choose a day after %(after)s, at the latest %(last)s.") % facts})


def _told(step):
    tell_of_step(step)
    return step
