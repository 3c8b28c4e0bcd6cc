from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity


class EventCodeQuerySet(models.QuerySet):
    def valid(self, now=None):
        """Those by which one may write now."""
        return self.filter(revoked_at=None, until__gt=now or timezone.now(), event__withdrawn_at=None)


class EventCode(models.Model):
    """A short random code by which the people of an event fill in sheets and capture lines without an account."""

    code = models.CharField(_("code"), max_length=12, unique=True)
    event = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+", verbose_name=_("event"))
    until = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = EventCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("code of an event")
        verbose_name_plural = _("codes of events")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        # Never the code: whoever has it may write.
        return f"{self.event}: {self.until:%Y-%m-%d}"
