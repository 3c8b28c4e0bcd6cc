from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.webhooks.enums import OPEN, State, What

from .webhook import Webhook


class Delivery(models.Model):
    """One message to one webhook: written in the transaction of what it tells of, sent by a worker.

    It holds no text of a record: `record` is the key of an identity (None: a test), `code` and `kind` are the record's.
    `key` is the message's webhook-id, the same each time that it is tried. `attempts` counts those that failed,
    `answer` are a few words of the last of them.
    """

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    hook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    what = models.CharField(max_length=20, choices=What)
    record = models.UUIDField(null=True)
    code = models.CharField(max_length=12, blank=True)
    kind = models.CharField(max_length=30, blank=True)
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State, default=State.DUE)
    claim = models.UUIDField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, default=timezone.now)
    status = models.PositiveSmallIntegerField(null=True)
    answer = models.CharField(max_length=200, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("delivery to a webhook")
        verbose_name_plural = _("deliveries to webhooks")
        constraints = [
            # One waits at most, and one is on its way before it.
            models.UniqueConstraint(
                fields=["hook", "record"], condition=Q(state=State.DUE), name="one_delivery_waits_a_record"
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, next_try_at__isnull=False, ended_at=None)
                | ~Q(state__in=OPEN) & Q(next_try_at=None, ended_at__isnull=False),
                name="delivery_is_open_or_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="delivery_due"),
            models.Index(fields=["record", "state"], name="delivery_of_record"),
        ]

    def __str__(self):
        return f"{self.what} {self.code}"
