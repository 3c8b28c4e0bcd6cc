"""Writes messages: of each record at most one waits for a webhook, whatever happened to it meanwhile."""

from django.db import transaction

from portal.webhooks.enums import State, What
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.tasks import wake
from portal.webhooks.waiting import merge_into

BATCH = 500


@transaction.atomic
def write(events):
    """Writes what is to be sent of these Events, in the transaction of what they tell of."""
    if not events:
        return
    hooks = list(Webhook.objects.receiving().select_for_update(no_key=True).order_by("key"))
    due = Delivery.objects.filter(record__in=[event.key for event in events], state=State.DUE)
    waiting = {(row.hook_id, row.record): row for row in due}
    new = [_new(hook, event) for hook in hooks for event in events if _is_new(hook, event, waiting)]
    Delivery.objects.bulk_create(new, batch_size=BATCH)
    transaction.on_commit(wake)


def write_test(hook):
    """A message that tells of nothing."""
    delivery = Delivery.objects.create(hook=hook, what=What.TEST)
    transaction.on_commit(wake)
    return delivery


def _new(hook, event):
    return Delivery(hook=hook, what=event.what, record=event.key, code=event.code, kind=event.kind)


def _is_new(hook, event, waiting):
    """Whether the webhook gets a message of its own of this; a waiting one is made to say it, too."""
    row = waiting.get((hook.pk, event.key))
    if row is not None and merge_into(row, row.what, event.what, hook, was_tried=row.attempts > 0):
        return False
    return hook.wants(event.what, event.kind)
