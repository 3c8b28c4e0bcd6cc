"""Rows of a platform."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from portal.access.models import RecordIdentity
from portal.records.models import TextRow
from portal.taxonomy.models import BarrierKind, Country, LinkageMethod
from practices.platforms.enums import BridgeState, Direction


class PlatformLimitation(TextRow):
    """A limit of a platform, as somebody reported it."""

    platform = ParentalKey("platforms.PlatformPage", on_delete=models.CASCADE, related_name="limitations")
    kind = models.ForeignKey(
        BarrierKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind")
    )
    text = models.TextField(_("limit"), help_text=_("For example “Fields differ from country to country”."))
    reported_by = models.CharField(
        _("reported by"),
        max_length=200,
        blank=True,
        help_text=_("An organisation, a role or a document, for example “Information officers of a centre”."),
    )
    country = models.ForeignKey(
        Country, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    reported_on = models.DateField(_("reported on"), null=True, blank=True)

    text_fields = ("kind", "text", "country")

    class Meta(TextRow.Meta):
        verbose_name = _("limit")
        verbose_name_plural = _("limits")

    def __str__(self):
        return self.text


class PlatformBridge(TextRow):
    """A way in which data go from one platform to another, or could."""

    platform = ParentalKey("platforms.PlatformPage", on_delete=models.CASCADE, related_name="bridges")
    to = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "platform"},
        verbose_name=_("other platform"),
    )
    to_note = models.CharField(
        _("other platform, in words"), max_length=200, blank=True, help_text=_("What has no entry here.")
    )
    how = models.CharField(
        _("how"), max_length=300, blank=True, help_text=_("For example “weekly export of closed hazards”.")
    )
    method = models.ForeignKey(
        LinkageMethod, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("method")
    )
    direction = models.CharField(_("direction"), max_length=10, choices=Direction, default=Direction.OUT)
    state = models.CharField(_("state"), max_length=10, choices=BridgeState, default=BridgeState.IDEA)

    text_fields = ("to_note", "how", "method")
    written_fields = ("way", "to", "to_note", "how", "method", "how_far")

    class Meta(TextRow.Meta):
        verbose_name = _("bridge")
        verbose_name_plural = _("bridges")

    def __str__(self):
        # Never the record at the other end: that it exists is for who may know of it.
        return self.how or self.to_note

    @property
    def way(self):
        return self.get_direction_display()

    @property
    def how_far(self):
        return self.get_state_display()
