"""How a request ends without a decision, and how what was given ends: taken back, by time, or without an answer."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.resting import running
from portal.access.services import end_grant
from portal.directory.rights import speakers
from practices.requests.enums import GIVEN, Act, State, Subject, Way
from practices.requests.models import DataRequest
from practices.requests.telling import tell_of_step

from .keeping import forget_wish
from .moving import locked, locked_for, message, moved

GRACE = timedelta(days=14)
"""So long after the day on which an answer was due, silence is the answer."""
PATIENCE = timedelta(days=60)
"""So long a question to who asked stays open."""


@transaction.atomic
def take_back(*, request, by):
    """Who asked, or who speaks for their organisation, takes it back; returns the request. Raises PermissionDenied."""
    request = locked_for(request, by, Act.WITHDRAW)
    tell_of_step(moved(request, Act.WITHDRAW, by=by, state=State.WITHDRAWN))
    return request


@transaction.atomic
def close_access(*, request, by, note):
    """The same by who is no side of it and in the chain of the entry: an editor. Returns the request; raises as
    `revoke` does."""
    return _closed(locked(request), by, note)


@transaction.atomic
def revoke(*, request, by, note):
    """Takes back what was given, at once: an owner's objection, too. Returns the request. Raises PermissionDenied,
    ValidationError without a reason in words."""
    return _closed(locked_for(request, by, Act.REVOKE), by, note)


def _closed(request, by, note):
    note = message(note, _("Say why: who asked reads it."))
    if request.grant is not None:
        end_grant(grant=request.grant, by=by, reason=request.code)
    forget_wish(request)
    tell_of_step(moved(request, Act.REVOKE, by=by, state=State.REVOKED, note=note))
    return request


def without_answer(today=None):
    """Ends the requests that nobody answered in time, and those whose asking side does not say what it was asked for;
    returns how many. Safe to run again."""
    today = today or timezone.localdate()
    silent = DataRequest.objects.filter(state=State.MORE_INFORMATION, state_since__date__lt=today - PATIENCE)
    late = DataRequest.objects.unanswered().filter(answer_due_on__lt=today - GRACE)
    return _each(late, _unanswered) + _each(silent, _given_up)


def expire_over(now=None):
    """Ends those whose access came to its end, or whose data are destroyed; returns how many. Safe to run again."""
    now = now or timezone.now()
    is_over = Q(grant__until__lte=now) | Q(grant__ended_at__isnull=False) | Q(delivery__destroyed_on__isnull=False)
    never_begun = Q(subject=Subject.DATA, delivery=None, given_until__lt=timezone.localdate(now))
    ended = _each(DataRequest.objects.filter(is_over | never_begun, state__in=GIVEN), _expired)
    # Data that were never handed over are not, once the agreement is over; of those that were, the request stays until
    # they are destroyed.
    resting = DataRequest.objects.filter(state__in=GIVEN, delivery=None, agreement__isnull=False)
    over = [each.pk for each in resting.select_related("agreement") if running(each.agreement) is None]
    return ended + _each(DataRequest.objects.filter(pk__in=over), _expired)


def _each(requests, end):
    return sum(end(request, request.state) for request in requests.order_by(F("asked_at"), "pk"))


def _unanswered(request, was):
    return _ended(request, was, Act.NO_ANSWER, State.NO_ANSWER)


def _given_up(request, was):
    return _ended(request, was, Act.WITHDRAW, State.WITHDRAWN)


def _expired(request, was):
    return _ended(request, was, Act.EXPIRE, State.EXPIRED)


@transaction.atomic
def _ended(request, was, act, state):
    request = locked(request)
    if request.state != was:
        return False
    request.was_heard = bool(speakers(request.to_owner, request.to_keeper))
    tell_of_step(moved(request, act, way=Way.CLOCK, state=state))
    return True
