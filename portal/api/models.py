from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 80


class TokenQuerySet(models.QuerySet):
    def running(self):
        """Those that have neither been ended nor reached their end."""
        return self.filter(ended_at=None, expires_at__gt=timezone.now())


class Token(models.Model):
    """By what a program says whose it is. The text itself was shown once, to its person: here is what it hashes to."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    scopes = models.JSONField(_("what it may do"), default=list)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("ends"))
    last_used_at = models.DateTimeField(_("last used"), null=True)
    ended_at = models.DateTimeField(null=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("token for programs")
        verbose_name_plural = _("tokens for programs")
        ordering = ["-made_at", "key"]
        constraints = [models.CheckConstraint(condition=Q(expires_at__gt=models.F("made_at")), name="token_ends_later")]

    def __str__(self):
        return self.name

    @property
    def is_running(self):
        """Whether it works today, as far as the token itself goes."""
        return self.ended_at is None and self.expires_at > timezone.now()
