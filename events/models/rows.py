"""Rows of an event beside its programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.records.models import TextRow
from portal.records.story import OneText
from portal.taxonomy.models import Sector


class EventObjective(OneText):
    """One of the objectives, numbered by its place."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="objectives")
    text = models.TextField(_("objective"), help_text=_("For example “Make each other’s data holdings known.”"))

    class Meta(OneText.Meta):
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")


class EventQuestion(OneText):
    """A question that the event is to answer; its `translation_key` is what outputs that answer it name."""

    keeps_key = True

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="key_questions")
    text = models.TextField(_("question"), help_text=_("For example “Which data could be shared, and how finely?”"))

    class Meta(OneText.Meta):
        verbose_name = _("key question")
        verbose_name_plural = _("key questions")


class EventLink(TextRow):
    """An address that helps to prepare."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="useful_links")
    text = models.CharField(_("what is there"), max_length=300)
    url = models.URLField(_("address"), max_length=500)

    text_fields = ("text",)
    written_fields = ("text", "url")

    class Meta(TextRow.Meta):
        verbose_name = _("useful link")
        verbose_name_plural = _("useful links")

    def __str__(self):
        return self.text


class InvitedSectors(TextRow):
    """Who is invited together, in words, and up to three sectors that this means."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="invited_sectors")
    words = models.CharField(
        _("who is invited"), max_length=200, blank=True, help_text=_("For example “Shelter and camp management”.")
    )
    sector = models.ForeignKey(
        Sector, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("sector")
    )
    second = models.ForeignKey(
        Sector, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("second sector")
    )
    third = models.ForeignKey(
        Sector, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("third sector")
    )

    text_fields = ("words", "sector", "second", "third")

    class Meta(TextRow.Meta):
        verbose_name = _("invited sectors")
        verbose_name_plural = _("invited sectors")

    def __str__(self):
        return self.words or ", ".join(str(sector) for sector in self.sectors)

    @property
    def sectors(self):
        """The Sectors that are meant."""
        return [sector for sector in (self.sector, self.second, self.third) if sector]
