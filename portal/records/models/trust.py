"""Organisations whose changes to their own entries go out at once, and what was let out so."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.directory.models import Organisation


class Trust(models.Model):
    """That an organisation is trusted, or that an editor asks for it, until a second one agrees. `ends_*`: that one
    asks to end it."""

    organisation = models.OneToOneField(Organisation, models.CASCADE, related_name="+")
    reason = models.TextField(_("reason"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)
    end_asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    end_reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("trusted organisation")
        verbose_name_plural = _("trusted organisations")

    def __str__(self):
        return str(self.organisation)


class Release(models.Model):
    """A change that went out without a review; some are looked at afterwards."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    key = models.UUIDField(editable=False)
    code = models.CharField(max_length=12)
    revision = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    is_sampled = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("change that went out at once")
        verbose_name_plural = _("changes that went out at once")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["at"], condition=Q(is_sampled=True, seen_at=None), name="release_to_look_at")]

    def __str__(self):
        return self.code
