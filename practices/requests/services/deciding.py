"""The decision: by the owner, or by the keeper where there is no owner or with the owner's letter.

The details of an entry are opened by its owner alone, or by two: what a keeper approves waits for an editor.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.access.resting import running
from practices.requests.enums import Act, State, Subject, Way
from practices.requests.models import Approval
from practices.requests.opening import is_opened_alone, open_details
from practices.requests.resting import agreements_for
from practices.requests.telling import tell_of_step, tell_to_confirm

from .moving import locked_for, message, moved


@dataclass(frozen=True)
class Letter:
    """A decision that came on paper: its number and its date."""

    number: str = ""
    on: date | None = None

    def __bool__(self):
        return bool(self.number.strip() and self.on)


@transaction.atomic
def approve(*, request, by, way=Way.PAGE, conditions="", until=None, letter=Letter(), agreement=None):
    """Approves it, with conditions or without, until a day (default: the one asked for) and on an agreement (an
    identity) or none. Returns the request.

    By the link of a mail, and where an editor must agree, it holds only when that is done: an Approval waits. Raises
    PermissionDenied; ValidationError, by field, for a day that is past or later than was asked, for an agreement that
    is not in force between the two, and for a keeper who decides for the owner without a letter.
    """
    request = locked_for(request, by, Act.APPROVE)
    _require_asker(request)
    _require_letter(request, by, letter)
    _require_agreement(request, by, agreement)
    until = until or _latest(request, agreement)
    if not timezone.localdate() < until <= request.until:
        raise ValidationError({"until": _("Choose a day from tomorrow to the one that was asked for.")})
    given = Approval(
        request=request, by=by, way=way, conditions=message(conditions), until=until, agreement=agreement,
        letter_number=letter.number.strip(), letter_on=letter.on,
    )  # fmt: skip
    return waiting(given, Approval.WaitsFor.MAILBOX) if way == Way.MAIL else settled(given)


@transaction.atomic
def refuse(*, request, by, reason, note="", way=Way.PAGE, letter=Letter()):
    """Refuses it for a coded reason (WithholdingReason); returns the request. Raises PermissionDenied; ValidationError
    without a reason, and as `approve` does without a letter."""
    request = locked_for(request, by, Act.REFUSE)
    _require_letter(request, by, letter)
    if reason is None:
        raise ValidationError({"reason": _("Choose a reason: who asked reads it.")})
    facts = {"reason": reason, "note": message(note), "letter_number": letter.number.strip(), "letter_on": letter.on}
    tell_of_step(moved(request, Act.REFUSE, by=by, way=way, state=State.REFUSED, **facts))
    return request


def _require_asker(request):
    """Of an entry that is to be opened to one person, that they are still of the organisation in whose name they
    asked."""
    is_for_one = request.subject == Subject.DETAILS and not request.for_all_of_it
    if is_for_one and request.asked_for_id not in reader_of(request.asked_by).organisation_ids:
        raise ValidationError(_("Who asked does not belong to this organisation any more. Refuse it, or leave it."))


def _require_agreement(request, by, agreement):
    if agreement is not None and agreement not in agreements_for(request, by):
        raise ValidationError({"agreement": _("No such agreement is in force.")})


def _latest(request, agreement):
    """The day that was asked for, or the last one of the agreement where that is sooner."""
    runs = agreement and running(agreement)
    last = runs.until and timezone.localdate(runs.until) - timedelta(days=1) if runs else None
    return min(filter(None, (request.until, last)))


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
    return given.request


def held(given, second=None):
    """Opens what is opened here and says so to both sides; returns the request. `second` is the editor who agreed.

    Raises ValidationError when what was approved cannot hold any more: its day has passed, its agreement is over.
    """
    request, agreement = given.request, given.agreement
    _require_asker(request)
    request.agreement = agreement and RecordIdentity.objects.get(pk=agreement.pk)
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


def _require_letter(request, by, letter):
    if decides_by_letter(request, by) and not letter:
        sentence = _("The owner decides. Give number and date of the owner's letter, or put it to the owner.")
        raise ValidationError({"letter_number": sentence})
