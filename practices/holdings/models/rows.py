"""Rows of a data holding."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.records.models import TextRow
from portal.taxonomy.models import Audience, DataKind, DecisionPurpose, Sector, SharingRung, WithholdingReason


class SharingStep(TextRow):
    """One step of the ladder: the finest form in which a part of the data may go to an audience."""

    holding = ParentalKey("holdings.DataHoldingPage", on_delete=models.CASCADE, related_name="ladder")
    part = models.CharField(
        _("which part"), max_length=200, blank=True, help_text=_("For example “Areas cleared since 2015”.")
    )
    data_kind = models.ForeignKey(
        DataKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind of data")
    )
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+", verbose_name=_("may go to"))
    rung = models.ForeignKey(SharingRung, models.PROTECT, related_name="+", verbose_name=_("finest form"))
    condition = models.CharField(
        _("condition"), max_length=300, blank=True, help_text=_("For example “After signature of the agreement.”")
    )
    reason = models.ForeignKey(
        WithholdingReason,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("why not more"),
        help_text=_("Above all where nothing is shared."),
    )
    is_stated = models.BooleanField(
        _("stated by the owner"),
        default=False,
        help_text=_("Tick it only when the owner said so. Else it is the usual proposal."),
    )

    text_fields = ("part", "data_kind", "condition")
    written_fields = ("part", "data_kind", "audience", "rung", "condition", "reason", "said_by")

    class Meta(TextRow.Meta):
        verbose_name = _("step of the ladder")
        verbose_name_plural = _("sharing ladder")

    def __str__(self):
        return f"{self.data_kind or self.part}: {self.audience}, {self.rung}"

    @property
    def said_by(self):
        """Whose word it is: the owner's, or nobody's."""
        return str(self._meta.get_field("is_stated").verbose_name if self.is_stated else _("usual, not stated"))


class HoldingUse(TextRow):
    """What the data are useful for: which decision of which sector."""

    holding = ParentalKey("holdings.DataHoldingPage", on_delete=models.CASCADE, related_name="uses")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="+", verbose_name=_("sector"))
    decision = models.ForeignKey(
        DecisionPurpose, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decision")
    )
    note = models.CharField(
        _("in a sentence"), max_length=300, blank=True, help_text=_("For example “Where released land can be farmed.”")
    )

    text_fields = ("sector", "decision", "note")

    class Meta(TextRow.Meta):
        verbose_name = _("use")
        verbose_name_plural = _("useful for")

    def __str__(self):
        return f"{self.sector}: {self.decision or self.note}"
