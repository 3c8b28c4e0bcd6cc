"""What a receiver is to be told when something happens to a record of which another message still waits."""

from uuid import uuid4

from django.utils import timezone

from portal.webhooks.enums import State, What
from portal.webhooks.models import Delivery


def merged(waiting: What, what: What, *, was_tried: bool) -> What | None:
    """The one message that both become; None when there is nothing to tell.

    `was_tried` is whether the waiting one was sent without a good answer: it may have arrived, or not.
    """
    if what == What.WITHDRAWN:
        return What.WITHDRAWN if was_tried or waiting != What.PUBLISHED else None
    if waiting == What.WITHDRAWN:
        # One who never heard that it was gone hears that it is another now.
        return What.PUBLISHED if was_tried else What.CHANGED
    return What.PUBLISHED if What.PUBLISHED in (waiting, what) else What.CHANGED


def merge_into(row, first, second, hook, *, was_tried) -> bool:
    """Makes a waiting row say what two messages become, under a new webhook-id: who got the first must not take it for
    the same. False when a worker has claimed the row meanwhile. Whoever calls it holds the lock of the hook."""
    what = merged(What(first), What(second), was_tried=was_tried)
    own = Delivery.objects.filter(pk=row.pk, state=State.DUE)
    now = timezone.now()
    if what is None or not hook.wants(what, row.kind):
        return bool(own.update(state=State.DROPPED, next_try_at=None, ended_at=now))
    return bool(own.update(what=what, key=uuid4(), at=now, attempts=int(was_tried), next_try_at=now))
