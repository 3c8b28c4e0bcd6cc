"""The decision: by the owner, or by the keeper where there is no owner or with the owner's letter.

The details of an entry are opened by its owner alone, or by two: what a keeper approves waits for an editor.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.readers import reader_of
from practices.requests.enums import Act, State, Way
from practices.requests.models import Approval
from practices.requests.opening import is_opened_alone, open_details
from practices.requests.possible import latest, require_possible
from practices.requests.telling import tell_of_step, tell_to_confirm

from .moving import locked_for, message, moved


@dataclass(frozen=True)
class Letter:
    """A decision that came on paper: its number and its date."""

    number: str = ""
    on: date | None = None

    def __bool__(self):
        return bool(self.number.strip() and self.on)


NO_LETTER = Letter()


@transaction.atomic
def approve(*, request, by, way=Way.PAGE, conditions="", until=None, letter=NO_LETTER, agreement=None):
    """Approves it, with conditions or without, until a day (default: the one asked for) and on an agreement (an
    identity) or none. Returns the request.

    By the link of a mail, and where an editor must agree, it holds only when that is done: an Approval waits. Raises
    PermissionDenied; ValidationError, by field, for a day that is past, later than was asked or than the agreement, for
    an agreement that is not in force between the two, for an entry that cannot be opened, and for a keeper who decides
    for the owner without a letter.
    """
    request = locked_for(request, by, Act.APPROVE)
    require_letter(request, by, letter)
    given = Approval(
        request=request, by=by, way=way, conditions=message(conditions), until=until or latest(request, agreement),
        agreement=agreement, letter_number=letter.number.strip(), letter_on=letter.on,
    )  # fmt: skip
    require_possible(given)
    if way == Way.MAIL and Approval.objects.filter(request=request, waits_for=Approval.WaitsFor.SECOND).exists():
        raise ValidationError(_("It is approved already, and waits for a second person."))
    return waiting(given, Approval.WaitsFor.MAILBOX) if way == Way.MAIL else settled(given)


@transaction.atomic
def refuse(*, request, by, reason, note="", way=Way.PAGE, letter=NO_LETTER):
    """Refuses it for a coded reason (WithholdingReason); returns the request. Raises PermissionDenied; ValidationError
    without a reason, and as `approve` does without a letter."""
    request = locked_for(request, by, Act.REFUSE)
    require_letter(request, by, letter)
    if reason is None:
        raise ValidationError({"reason": _("Choose a reason: who asked reads it.")})
    facts = {"reason": reason, "note": message(note), "letter_number": letter.number.strip(), "letter_on": letter.on}
    tell_of_step(moved(request, Act.REFUSE, by=by, way=way, state=State.REFUSED, **facts))
    return request


def settled(given):
    """An Approval that needs no more of who gave it: it holds, unless a second person must agree. Returns the
    request."""
    request = given.request
    if not is_opened_alone(request, given.by):
        return waiting(given, Approval.WaitsFor.SECOND)
    return held(given)


def waiting(given, waits_for):
    """Keeps an Approval in the place of one that waits already; returns its request."""
    Approval.objects.filter(request=given.request).delete()
    given.waits_for = waits_for
    given.save(force_insert=True)
    if waits_for == Approval.WaitsFor.MAILBOX:
        tell_to_confirm(given)
    else:
        facts = {"letter_number": given.letter_number, "letter_on": given.letter_on}
        tell_of_step(moved(given.request, Act.AWAIT, by=given.by, way=given.way, **facts))
    return given.request


def held(given, second=None):
    """Opens what is opened here and says so to both sides; returns the request. `second` is the editor who agreed.

    Raises ValidationError when what was approved cannot hold any more: its day has passed, its agreement is over.
    """
    request = given.request
    require_possible(given)
    request.agreement, request.given_until = given.agreement, given.until
    request.grant = open_details(request, by=given.by, second=second, until=given.until)
    state = State.APPROVED_CONDITIONALLY if given.conditions or given.until < request.until else State.APPROVED
    facts = {"note": given.conditions, "letter_number": given.letter_number, "letter_on": given.letter_on}
    tell_of_step(moved(request, Act.APPROVE, by=given.by, way=given.way, state=state, **facts))
    return request


def decides_by_letter(request, user):
    """Whether `user` decides in the place of an owner who is somebody else: then the number and the date of the owner's
    letter are asked for."""
    focal = reader_of(user).deciding.focal_ids
    return request.to_owner_id is not None and request.to_owner_id not in focal


def require_letter(request, by, letter):
    """Raises ValidationError, by field, where the owner's letter is asked for and not given, or not written yet."""
    if decides_by_letter(request, by) and not letter:
        sentence = _("The owner decides. Give number and date of the owner's letter, or put it to the owner.")
        raise ValidationError({"letter_number": sentence})
    if letter.on and letter.on > timezone.localdate():
        raise ValidationError({"letter_on": _("This day is still to come.")})
