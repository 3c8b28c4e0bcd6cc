from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.notifications.enums import State


def new_message_id():
    """A Message-ID of a new mail: random, under the name of the portal."""
    return f"<{uuid4().hex}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


class Notice(models.Model):
    """One message to one person, or to one address, about one event: written in the transaction of what it tells of.

    It holds no text of a record: `facts` are plain words (names of steps, dates, paths), `record` is the key of an
    identity, and what may be said of that is asked when the mail is sent. Until then facts may be a message of a member
    or the link of a mail; they go when the notice has ended, or is handed over for the last time.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=40)
    event = models.CharField(max_length=200)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="notices")
    address = models.EmailField(blank=True)
    language = models.CharField(max_length=2, blank=True)
    record = models.UUIDField(null=True, db_index=True)
    facts = models.JSONField(default=dict)
    message_id = models.CharField("Message-ID", max_length=255, unique=True, default=new_message_id, editable=False)
    state = models.CharField(max_length=12, choices=State, default=State.DUE)
    digest = models.ForeignKey("self", models.SET_NULL, null=True, related_name="items")
    claim = models.UUIDField(null=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    unanswered = models.PositiveSmallIntegerField(default=0)
    answer = models.CharField(max_length=40, blank=True)
    next_try_at = models.DateTimeField(null=True, default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None) & ~Q(address="") | Q(user__isnull=False, address=""), name="notice_to_somebody"
            ),
            models.UniqueConstraint(fields=["event", "user"], condition=Q(address=""), name="notice_once_a_person"),
            models.UniqueConstraint(fields=["event", "address"], condition=Q(user=None), name="notice_once_an_address"),
        ]
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="notice_due"),
            models.Index(fields=["user", "state"], name="notice_user_state"),
        ]

    def __str__(self):
        return f"{self.kind} {self.event}"

    @property
    def recipient(self):
        """The address that the mail goes to."""
        return self.user.email if self.user_id else self.address
