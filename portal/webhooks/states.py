"""The way of a delivery through its states, and what its answers say of the webhook.

A delivery is claimed by one UPDATE that holds only while its state is what it was: any number of workers may send at
once, and each may be killed at any moment. What is noted afterwards holds the lock of the webhook, as who writes does.
"""

from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from portal.webhooks.enums import OPEN, Cause, State
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.waiting import merge_into

SILENCE = timedelta(minutes=5)
"""After which a claim is taken over; longer than any sending takes."""
PAUSES = (
    timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6),
    timedelta(hours=24),
)  # fmt: skip
"""Before each new attempt; after the last of them a delivery is given up."""
REST = timedelta(minutes=1)
"""After a failure the whole webhook rests, so that one that does not answer holds up nobody."""
MOST_GIVEN_UP = 20
FAILING_FOR = timedelta(days=3)


def due(now=None):
    """The deliveries whose time has come, in their order: none before an earlier one of the same record."""
    now = now or timezone.now()
    earlier = Delivery.objects.filter(
        hook=OuterRef("hook"), record=OuterRef("record"), state__in=OPEN, pk__lt=OuterRef("pk")
    )
    awake = Q(hook__rests_until=None) | Q(hook__rests_until__lte=now)
    found = Delivery.objects.filter(awake, state__in=OPEN, next_try_at__lte=now, hook__paused_at=None)
    return found.exclude(Exists(earlier)).order_by("pk")


def claim_next(hook_id):
    """The next delivery that is due of this webhook, claimed for whoever calls; None when there is none."""
    while (row := due().filter(hook=hook_id).select_related("hook__user").first()) is not None:
        claim, until = uuid4(), timezone.now() + SILENCE
        # The key too: what a waiting one says may have changed since.
        seen = Delivery.objects.filter(pk=row.pk, state=row.state, next_try_at=row.next_try_at, key=row.key)
        if seen.update(state=State.SENDING, claim=claim, next_try_at=until):
            row.state, row.claim, row.next_try_at = State.SENDING, claim, until
            return row
    return None


@transaction.atomic
def note_sent(delivery, answer):
    """It arrived: the webhook is well."""
    hook = _locked(delivery)
    if hook and _end(delivery, State.SENT, answer) and (hook.failing_since or hook.given_up):
        hook.failing_since, hook.given_up, hook.rests_until = None, 0, None
        hook.save(update_fields=["failing_since", "given_up", "rests_until"])


@transaction.atomic
def note_failed(delivery, answer):
    """It did not arrive: tried again after a pause, or given up; what happened to the record meanwhile goes with it."""
    hook, now = _locked(delivery), timezone.now()
    if hook is None or not _ours(delivery).exists():
        return
    later = Delivery.objects.filter(hook=hook, record=delivery.record, state=State.DUE).first()
    if delivery.record and later and merge_into(later, delivery.what, later.what, hook, was_tried=True):
        _end(delivery, State.DROPPED, answer)
    elif delivery.attempts < len(PAUSES):
        _ours(delivery).update(
            state=State.DUE, claim=None, attempts=delivery.attempts + 1,
            next_try_at=now + PAUSES[delivery.attempts], **answer.facts,
        )  # fmt: skip
    elif _end(delivery, State.FAILED, answer):
        hook.given_up += 1
    hook.failing_since, hook.rests_until = hook.failing_since or now, now + REST
    if hook.given_up >= MOST_GIVEN_UP or now - hook.failing_since >= FAILING_FOR:
        hook.paused_at, hook.pause_cause = now, Cause.FAILING
    hook.save()


@transaction.atomic
def note_gone(delivery, answer):
    """The receiver says that it is there no more (410): nothing is sent or written to it again."""
    hook, now = _locked(delivery), timezone.now()
    if hook is None:
        return
    _end(delivery, State.FAILED, answer)
    hook.deliveries.filter(state__in=OPEN).update(state=State.DROPPED, next_try_at=None, ended_at=now, claim=None)
    hook.paused_at, hook.pause_cause = now, Cause.GONE
    hook.save()


def drop(delivery):
    """It is not true any more."""
    _ours(delivery).update(state=State.DROPPED, next_try_at=None, ended_at=timezone.now(), claim=None)


def _end(delivery, state, answer):
    """Ends a delivery while it is ours, and says whether it was."""
    values = {"state": state, "next_try_at": None, "ended_at": timezone.now(), "claim": None}
    return _ours(delivery).update(**values, **answer.facts)


def _locked(delivery):
    """The webhook as it stands now, locked; None when it was ended meanwhile."""
    return Webhook.objects.select_for_update(no_key=True).filter(pk=delivery.hook_id).first()


def _ours(delivery):
    """The row, while the claim holds."""
    return Delivery.objects.filter(pk=delivery.pk, claim=delivery.claim, state=State.SENDING)
