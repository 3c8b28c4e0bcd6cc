from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.access.models import RecordIdentity

from .source import HarvestSource


class HarvestedRecord(models.Model):
    """A data set of a catalogue and the holding that it became, with what the last run wrote into each field.

    A field that says something else by now was edited by a person: runs leave it. `identity` is empty where the entry
    was erased here, so that it is not made again. `revision` is the version that a run wrote last.
    """

    source = models.ForeignKey(HarvestSource, models.CASCADE, related_name="records", verbose_name=_("catalogue"))
    key = models.CharField(_("key in the catalogue"), max_length=200)
    identity = models.OneToOneField(
        RecordIdentity, models.SET_NULL, null=True, related_name="+", verbose_name=_("entry")
    )
    title = models.CharField(_("title in the catalogue"), max_length=255, blank=True)
    address = models.CharField(_("address"), max_length=500, blank=True)
    written = models.JSONField(default=dict)
    revision = models.PositiveBigIntegerField(null=True, editable=False)
    first_read_at = models.DateTimeField(_("first read"), default=timezone.now)
    read_at = models.DateTimeField(_("last read"), default=timezone.now)
    gone_since = models.DateTimeField(_("no longer in the catalogue since"), null=True, blank=True)

    class Meta:
        verbose_name = _("entry of a catalogue")
        verbose_name_plural = _("entries of catalogues")
        ordering = ["source", "key"]
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="one_record_a_key")]

    def __str__(self):
        return self.title or self.key
