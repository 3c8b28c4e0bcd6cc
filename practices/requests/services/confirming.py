"""What makes an approval hold that waits: a click in the mailbox of who gave it, or the word of a second person."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.directory.rights import is_editor, require
from practices.requests.enums import GIVEN, Act
from practices.requests.models import Approval
from practices.requests.sides import may
from practices.requests.telling import tell_of_step

from .deciding import held, settled
from .keeping import kept_longer
from .moving import due_again, locked, moved

MAIL_LASTS = timedelta(days=2)
"""How long the mail that asks for the click is good for."""


@transaction.atomic
def confirm(*, approval, by):
    """Who approved, or let data be kept longer, by the link of a mail confirms it from their own mailbox; returns the
    request. Raises PermissionDenied for anybody else, too late, and when it was overtaken; ValidationError when it
    cannot hold any more."""
    given = _locked(approval, Approval.WaitsFor.MAILBOX)
    in_time = timezone.now() < given.at + MAIL_LASTS
    is_longer = given.request.state in GIVEN
    act = Act.LENGTHEN if is_longer else Act.APPROVE
    require(given.by == by and in_time and may(by, act, given.request))
    return kept_longer(given) if is_longer else settled(given)


@transaction.atomic
def agree(*, approval, by, agrees):
    """An editor, neither who approved nor who asked, agrees that an entry is opened, or not: then the request waits on,
    and who approved hears of it. Returns the request.

    Raises PermissionDenied; ValidationError as `confirm` does, also when who approved may not any more.
    """
    given = _locked(approval, Approval.WaitsFor.SECOND)
    request = given.request
    require(is_editor(by) and by not in (given.by, request.asked_by))
    if not agrees:
        given.delete()
        due_again(request)
        request.save()
        tell_of_step(moved(request, Act.DISAGREE, by=by))
        return request
    if not may(given.by, Act.APPROVE, request):
        raise ValidationError(_("Who approved it may not any more."))
    return held(given, second=by)


def _locked(approval, waits_for):
    """The Approval as it stands now, with its request locked. Raises PermissionDenied when it is gone."""
    request = locked(approval.request)
    given = Approval.objects.select_related("by").filter(pk=approval.pk, waits_for=waits_for).first()
    if given is None:
        raise PermissionDenied
    given.request = request
    return given
