"""Rows of a case study."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.directory.models import Organisation
from portal.records.models import TextRow
from portal.records.story import OneText
from portal.taxonomy.models import (
    BarrierKind,
    DataKind,
    GeographyLevel,
    LinkageMethod,
    OrganisationType,
    ParticipantRole,
    SharingRung,
    UpdateFrequency,
)  # fmt: skip


class CaseStudyExchange(TextRow):
    """What was exchanged: which data, from whom to whom, how fine, by which means."""

    case_study = ParentalKey("case_studies.CaseStudyPage", on_delete=models.CASCADE, related_name="exchanges")
    what = models.CharField(_("what was exchanged"), max_length=300, help_text=_("In the words of those involved."))
    data_kind = models.ForeignKey(
        DataKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind of data")
    )
    provider = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("from")
    )
    provider_note = models.CharField(_("from, in words"), max_length=300, blank=True)
    receiver = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("to")
    )
    receiver_note = models.CharField(_("to, in words"), max_length=300, blank=True)
    level = models.ForeignKey(
        GeographyLevel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how fine")
    )
    level_note = models.CharField(_("how fine, in words"), max_length=200, blank=True)
    rung = models.ForeignKey(
        SharingRung,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("form in which it was given"),
    )
    method = models.ForeignKey(
        LinkageMethod, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("method")
    )
    frequency = models.ForeignKey(
        UpdateFrequency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how often")
    )
    platform = models.CharField(_("through which platform"), max_length=200, blank=True)

    text_fields = (
        "what", "data_kind", "provider", "provider_note", "receiver", "receiver_note", "level_note", "method",
        "platform",
    )  # fmt: skip

    class Meta(TextRow.Meta):
        verbose_name = _("exchange")
        verbose_name_plural = _("what was exchanged")

    def __str__(self):
        return self.what


class CaseStudyParty(TextRow):
    """Who took part besides named organisations: “humanitarian organisations”, “farmers and land holders”."""

    case_study = ParentalKey("case_studies.CaseStudyPage", on_delete=models.CASCADE, related_name="other_parties")
    words = models.CharField(_("who"), max_length=200, help_text=_("For example “Farmers and land holders”."))
    role = models.ForeignKey(ParticipantRole, models.PROTECT, related_name="+", verbose_name=_("role"))
    kind = models.ForeignKey(
        OrganisationType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kind of organisation"),
    )

    text_fields = ("words", "kind")

    class Meta(TextRow.Meta):
        verbose_name = _("party without a name")
        verbose_name_plural = _("who else took part")

    def __str__(self):
        return f"{self.words} ({self.role}; {self.kind})" if self.kind else f"{self.words} ({self.role})"


class CaseStudyBarrier(TextRow):
    """What stood in the way, and how it was overcome."""

    case_study = ParentalKey("case_studies.CaseStudyPage", on_delete=models.CASCADE, related_name="barriers")
    kind = models.ForeignKey(BarrierKind, models.PROTECT, related_name="+", verbose_name=_("kind"))
    text = models.TextField(_("what stood in the way"), help_text=_("For example “Place names without P-codes”."))
    overcome = models.TextField(_("how it was overcome"), blank=True)

    text_fields = ("kind", "text", "overcome")

    class Meta(TextRow.Meta):
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")

    def __str__(self):
        return f"{self.kind}: {self.text}"


class CaseStudyEnablingFactor(OneText):
    """What helped."""

    case_study = ParentalKey("case_studies.CaseStudyPage", on_delete=models.CASCADE, related_name="enabling_factors")
    kind = models.ForeignKey(
        BarrierKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind")
    )
    text = models.TextField(_("what helped"))

    text_fields = ("kind", "text")

    class Meta(OneText.Meta):
        verbose_name = _("enabling factor")
        verbose_name_plural = _("enabling factors")


class CaseStudyLesson(OneText):
    """One lesson, in a sentence that stands alone: it is found on its own."""

    case_study = ParentalKey("case_studies.CaseStudyPage", on_delete=models.CASCADE, related_name="lessons")
    text = models.TextField(_("lesson"), help_text=_("For example “A few well chosen questions are enough to start.”"))

    class Meta(OneText.Meta):
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")


class CaseStudyFigure(TextRow):
    """A figure, with what it counts and where it comes from."""

    case_study = ParentalKey("case_studies.CaseStudyPage", on_delete=models.CASCADE, related_name="figures")
    value = models.CharField(_("figure"), max_length=60, help_text=_("For example “12,400”."))
    what = models.CharField(_("what it counts"), max_length=200)
    source = models.CharField(_("source"), max_length=300)

    text_fields = ("value", "what")

    class Meta(TextRow.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        return f"{self.value} {self.what}"
