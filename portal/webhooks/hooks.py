"""What a member does with webhooks of their own. Services: who may is asked here, and refusals are sentences."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.readers import takes_part
from portal.core.form_keys import one_at_a_time
from portal.core.outside import Refused, target_of
from portal.directory.rights import require
from portal.webhooks.enums import Cause, State
from portal.webhooks.learning import learn
from portal.webhooks.models import Delivery, Webhook
from portal.webhooks.outbox import write_test
from portal.webhooks.tasks import wake
from portal.webhooks.telling import begin

MOST = 5
"""Webhooks of one person."""


@transaction.atomic
def add_webhook(*, by, key, url, types, kinds=()):
    """The Webhook with that key, the one that is there if it was sent twice.

    Raises PermissionDenied for who is no member, ValidationError for an address that may not be asked, and for one
    webhook too many.
    """
    require(takes_part(by))
    one_at_a_time(by)
    own = Webhook.objects.filter(user=by)
    if (there := own.filter(pk=key).first()) is not None:
        return there
    if own.count() >= MOST:
        raise ValidationError(_("You have %(most)d webhooks already; end one of them first.") % {"most": MOST})
    try:
        target_of(url)
    except Refused as refused:
        raise ValidationError({"url": str(refused)}) from refused
    begin()
    transaction.on_commit(learn.enqueue)
    return Webhook.objects.create(key=key, user=by, url=url, types=list(types), kinds=list(kinds))


@transaction.atomic
def pause(*, hook):
    """Nothing is sent until it goes on; what happens meanwhile waits."""
    Webhook.objects.filter(pk=hook.pk, paused_at=None).update(paused_at=timezone.now(), pause_cause=Cause.BY_HAND)


@transaction.atomic
def resume(*, hook):
    """It goes on with what waits, and with what was given up and nothing newer followed. Raises ValidationError for one
    whose receiver said that it is gone: nothing was kept for it."""
    hook = Webhook.objects.select_for_update(no_key=True).get(pk=hook.pk)
    if hook.pause_cause == Cause.GONE:
        raise ValidationError(Cause.GONE.label)
    hook.paused_at, hook.pause_cause = None, ""
    hook.failing_since, hook.given_up, hook.rests_until = None, 0, None
    hook.save()
    _try_given_up_again(hook)
    transaction.on_commit(wake)


def end(*, hook):
    """It and its log are gone."""
    Webhook.objects.filter(pk=hook.pk).delete()


@transaction.atomic
def renew_secret(*, hook):
    """From now on it has another secret; for a day messages are signed with the one before, too."""
    hook = Webhook.objects.select_for_update(no_key=True).get(pk=hook.pk)
    hook.turn, hook.turned_at = hook.turn + 1, timezone.now()
    hook.save(update_fields=["turn", "turned_at"])


@transaction.atomic
def send_test(*, hook):
    """Has a message sent that tells of nothing; one that waits already is enough."""
    if not hook.deliveries.filter(record=None, state=State.DUE).exists():
        write_test(hook)


def _try_given_up_again(hook):
    latest = {row.record: row for row in hook.deliveries.exclude(record=None).order_by("pk")}
    failed = [row.pk for row in latest.values() if row.state == State.FAILED]
    # They may have arrived without a good answer: tried once.
    Delivery.objects.filter(pk__in=failed).update(
        state=State.DUE, attempts=1, next_try_at=timezone.now(), ended_at=None
    )
