from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.webhooks.enums import OF_RECORDS, Cause


class WebhookQuerySet(models.QuerySet):
    def receiving(self):
        """Those for which messages are written: also paused ones, which are sent them when they go on."""
        return self.exclude(pause_cause=Cause.GONE)


class Webhook(models.Model):
    """An address of a member's, which is told when public records come, change and go.

    `types` are values of What; `kinds` keys of kinds, none is all. Its secret stands nowhere: it is made of `key` and
    `turn` (signing.py); `turned_at` is when it was last renewed. `failing_since` is the first of the attempts that
    failed since one arrived, `given_up` how many deliveries were given up since, `rests_until` when it is tried again.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="webhooks")
    url = models.CharField(_("address"), max_length=500)
    types = models.JSONField(_("what it is told"), default=list)
    kinds = models.JSONField(_("kinds of entries"), default=list, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    turn = models.PositiveIntegerField(default=0)
    turned_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    pause_cause = models.CharField(max_length=10, choices=Cause, blank=True)
    failing_since = models.DateTimeField(null=True)
    given_up = models.PositiveSmallIntegerField(default=0)
    rests_until = models.DateTimeField(null=True)

    objects = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["created_at", "key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paused_at=None, pause_cause="") | Q(paused_at__isnull=False) & ~Q(pause_cause=""),
                name="webhook_paused_for_a_reason",
            )
        ]

    def __str__(self):
        return self.url

    def wants(self, what, kind):
        """Whether it is told of this about a record of that kind (a key)."""
        return what in self.types and (not self.kinds or kind in self.kinds)

    @property
    def types_in_words(self):
        return [what.label for what in OF_RECORDS if what in self.types]
