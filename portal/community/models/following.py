from hashlib import sha256
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity


class Follow(models.Model):
    """That a person wants to hear of one entry; of an organisation also of the entries that name it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    identity = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="follows")
    since = models.DateTimeField(default=timezone.now)

    moves_when_merged = ("identity",)
    newest_stays = {"identity": "since"}

    class Meta:
        verbose_name = _("what somebody follows")
        verbose_name_plural = _("what people follow")
        constraints = [models.UniqueConstraint(fields=["user", "identity"], name="follow_once")]

    def __str__(self):
        return f"{self.user_id} {self.identity_id}"


class SavedSearch(models.Model):
    """A search with all its filters together, under a name. Whether a record matches is asked as its person, each time.

    `kind` limits it to the list of one kind, "" is the search over all; `parameters` is the query of its address, and
    `digest` (SHA-256) stands for it where the database keeps each search of a person once. `feed_key` is part of
    the address of its feed: a new one ends the old address, "" is no feed.
    """

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(max_length=30, blank=True)
    parameters = models.TextField(blank=True)
    digest = models.CharField(max_length=64, editable=False)
    is_followed = models.BooleanField(_("tell me what is new"), default=True)
    feed_key = models.CharField(max_length=32, blank=True, editable=False)
    feed_until = models.DateTimeField(null=True, editable=False)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        # The text itself may be longer than what an index takes.
        constraints = [models.UniqueConstraint(fields=["user", "kind", "digest"], name="search_once")]

    def __str__(self):
        return self.name

    def save(self, **options):
        self.digest = sha256(self.parameters.encode()).hexdigest()
        super().save(**options)
