"""The way of a notice through its states: each step is one UPDATE that holds only while the state is what it was.

Nobody waits for a lock, and SQLite and PostgreSQL do the same. A notice that is claimed has a random `claim`: whoever
lost it to another worker can change nothing any more, except that what the server took stays taken.
"""

from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from portal.notifications.enums import ENDED, State
from portal.notifications.models import Notice

SILENCE = timedelta(minutes=10)
"""After which a claim is taken over; longer than all that comes before the end of DATA takes."""
REPEAT_AFTER = timedelta(minutes=30)
"""After which a mail that was handed over without an answer is repeated, once."""
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
"""Before each new attempt after the server said “later”; the last one from then on."""
GIVE_UP_AFTER = timedelta(days=5)
TRIED = (State.DUE, State.SENDING, State.UNANSWERED)


def due(now=None):
    """The notices whose time has come, the longest due first."""
    return Notice.objects.filter(state__in=TRIED, next_try_at__lte=now or timezone.now()).order_by("next_try_at", "key")


def claim_next():
    """The next notice that is due, claimed for whoever calls; None when there is none."""
    while (notice := due().select_related("user__mail_preference", "user__member").first()) is not None:
        claim = uuid4()
        seen = Notice.objects.filter(pk=notice.pk, state=notice.state, next_try_at=notice.next_try_at)
        until = timezone.now() + SILENCE
        if seen.update(state=State.SENDING, claim=claim, next_try_at=until):
            notice.state, notice.claim, notice.next_try_at = State.SENDING, claim, until
            return notice
    return None


@transaction.atomic
def hand_over(notice):
    """Notes, before DATA is ended, that from now on nobody knows whether the server has it; says whether the notice is
    still ours. It is repeated once, later, unless the server's answer is noted after all; the repetition is an end,
    with which its facts go, whatever answer comes."""
    is_last = notice.unanswered > 0
    values = _without_answer() if is_last else {"next_try_at": timezone.now() + REPEAT_AFTER}
    ours = _ours(notice).update(unanswered=notice.unanswered + 1, **{"state": State.UNANSWERED, **values})
    if ours and is_last:
        _lines(notice).update(**values)
    return ours


def _without_answer():
    """The values of a notice that is not tried again, while nobody knows whether the server has it."""
    return {"state": State.UNANSWERED, "ended_at": timezone.now(), "next_try_at": None, "facts": {}}


@transaction.atomic
def note_sent(notice, answer=""):
    """The server has it: never again, whoever may have claimed it meanwhile. The lines of a digest went with it."""
    now = timezone.now()
    values = {"state": State.SENT, "sent_at": now, "ended_at": now, "next_try_at": None, "facts": {}, "claim": None}
    itself = Notice.objects.filter(pk=notice.pk).exclude(state__in=ENDED)
    if itself.update(answer=answer, unanswered=notice.unanswered, **values):
        _lines(notice).update(**values)


def note_later(notice, answer):
    """The server said “later” before or after DATA: tried again after a pause, for five days.

    A repetition whose DATA was refused is not repeated again: whether the first came through is not known.
    """
    is_repeated = Notice.objects.filter(pk=notice.pk, unanswered__gt=1).exists()
    is_old = timezone.now() - notice.created_at > GIVE_UP_AFTER
    if is_old and not notice.unanswered:
        note_refused(notice, answer)
    elif is_old or is_repeated:
        _end(notice, answer=answer, **_without_answer())
    else:
        _try_again(notice, State.SENDING, State.UNANSWERED, unanswered=notice.unanswered, answer=answer)


def note_failed(notice, error):
    """It could not be written or handed over, by a fault of ours: tried again after a pause, for as long as it takes.

    Once it was handed over nothing changes: what the server took is not sent again because of what failed after it.
    """
    _try_again(notice, answer=error[:40])


def _try_again(notice, *states, **fields):
    """It is due again after a pause, in what state it was before this attempt."""
    _ours(notice, *states).update(
        state=State.UNANSWERED if notice.unanswered else State.DUE,
        attempts=notice.attempts + 1,
        next_try_at=timezone.now() + PAUSES[min(notice.attempts, len(PAUSES) - 1)],
        claim=None,
        **fields,
    )


def note_refused(notice, answer):
    """The server will not have it, now or later."""
    _end(notice, state=State.REFUSED, answer=answer)


def give_back(notice):
    """The mail server could not be reached at all: no fault of this notice, which is due again in a while."""
    _ours(notice).update(
        state=State.UNANSWERED if notice.unanswered else State.DUE, next_try_at=timezone.now() + PAUSES[0], claim=None
    )


def stop(notice):
    """Its reader does not want it."""
    _end(notice, state=State.STOPPED)


def withdraw(notice):
    """Its reader may not have it any more."""
    _end(notice, state=State.WITHDRAWN)


def hold(notice):
    """It waits for the digest of its reader."""
    _ours(notice).update(state=State.HELD, next_try_at=None, claim=None)


@transaction.atomic
def _end(notice, **fields):
    values = {"ended_at": timezone.now(), "next_try_at": None, "facts": {}, "claim": None, **fields}
    if _ours(notice, State.SENDING, State.UNANSWERED).update(unanswered=notice.unanswered, **values):
        _lines(notice).update(**values)


def _lines(notice):
    """What is in a digest: it has no answer of its own."""
    return Notice.objects.filter(digest=notice.pk, state__in=(State.HELD, State.UNANSWERED))


def _ours(notice, *states):
    """The row, while the claim holds and the state is one of these (by default: not handed over yet)."""
    return Notice.objects.filter(pk=notice.pk, claim=notice.claim, state__in=states or (State.SENDING,))
