from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.records.models import Submission

from .source import HarvestSource


class HarvestRun(models.Model):
    """One reading of a catalogue and what came of it (portal.harvest.report); a failure leaves everything as it was."""

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    source = models.ForeignKey(HarvestSource, models.CASCADE, related_name="runs", verbose_name=_("catalogue"))
    began_at = models.DateTimeField(_("began"), default=timezone.now)
    report = models.JSONField(default=dict)
    failure = models.CharField(_("failure"), max_length=500, blank=True)
    submission = models.ForeignKey(Submission, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("reading of a catalogue")
        verbose_name_plural = _("readings of catalogues")
        ordering = ["-began_at"]

    def __str__(self):
        return f"{self.source}: {self.began_at:%Y-%m-%d %H:%M}"
