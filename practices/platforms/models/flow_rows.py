"""Rows of a flow."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.records.story import OneText
from portal.taxonomy.models import BarrierKind


class FlowBarrier(OneText):
    """What stands in the way of an exchange of data."""

    flow = ParentalKey("platforms.FlowPage", on_delete=models.CASCADE, related_name="barriers")
    kind = models.ForeignKey(BarrierKind, models.PROTECT, related_name="+", verbose_name=_("kind"))
    text = models.TextField(
        _("what stands in the way"), blank=True, help_text=_("For example “The two systems name villages differently”.")
    )

    text_fields = ("kind", "text")

    class Meta(OneText.Meta):
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")

    def __str__(self):
        return f"{self.kind}: {self.text}" if self.text else str(self.kind)
