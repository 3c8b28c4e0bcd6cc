from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity


class ProceedingsVersion(models.Model):
    """Proceedings as they were published once, under a number that stays.

    `public`, `members` and `named` are what those audiences could read then (`structure.Proceedings` as plain values),
    None where they could read nothing; `named` holds what was for any organisation that an entry names. Whoever reads
    it now is asked again, entry by entry. A version that was taken back keeps its number and no words.
    """

    event = models.ForeignKey(RecordIdentity, models.CASCADE, related_name="+", verbose_name=_("event"))
    number = models.PositiveIntegerField(_("version"))
    published_at = models.DateTimeField(_("published at"), default=timezone.now)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True)
    public = models.JSONField(null=True)
    members = models.JSONField(null=True)
    named = models.JSONField(null=True)

    class Meta:
        verbose_name = _("version of proceedings")
        verbose_name_plural = _("versions of proceedings")
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="proceedings_version_once")]

    def __str__(self):
        return f"{self.event_id}: {self.number}"
