"""Rows of an agreement."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.access.models import RecordIdentity
from portal.records.models import TextRow
from portal.taxonomy.models import DataKind, Sensitivity


class AgreementHolding(TextRow):
    """Data that an agreement covers: a data holding of the portal, a part of it, or data without an entry here."""

    agreement = ParentalKey("agreements.AgreementPage", on_delete=models.CASCADE, related_name="holdings")
    holding = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "holding"},
        verbose_name=_("data holding"),
    )
    part = models.CharField(
        _("which part, or other data in words"),
        max_length=300,
        blank=True,
        help_text=_("For example “Areas cleared since 2015”. Empty where all of it is covered."),
    )

    text_fields = ("part",)
    written_fields = ("holding", "part")

    class Meta(TextRow.Meta):
        verbose_name = _("covered data")
        verbose_name_plural = _("covered data")

    def __str__(self):
        # Never the holding: that it exists is for who may know of it.
        return self.part

    def clean(self):
        super().clean()
        if not (self.holding_id or self.part):
            raise ValidationError({"part": _("Choose a data holding, or say in words which data are covered.")})


class ProtocolClass(TextRow):
    """How sensitive an information sharing protocol says that data of a kind are, in the countries that it covers."""

    agreement = ParentalKey("agreements.AgreementPage", on_delete=models.CASCADE, related_name="classes")
    data_kind = models.ForeignKey(DataKind, models.PROTECT, related_name="+", verbose_name=_("kind of data"))
    sensitivity = models.ForeignKey(Sensitivity, models.PROTECT, related_name="+", verbose_name=_("sensitivity"))

    text_fields = ("data_kind", "sensitivity")

    class Meta(TextRow.Meta):
        verbose_name = _("class of sensitivity")
        verbose_name_plural = _("classes of sensitivity")

    def __str__(self):
        return f"{self.data_kind}: {self.sensitivity}"
