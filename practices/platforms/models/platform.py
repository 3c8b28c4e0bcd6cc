from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.linkage.around import around
from portal.records.models import RecordPage
from portal.records.story import prose
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import AccessMethod, FileFormat
from practices.platforms.bridge_sides import sides_of
from practices.platforms.connections import with_connections
from practices.platforms.platform_panels import PLATFORM_FORM

BRIDGES = "platform:bridges.to"
"""Its bridges among its links: they have a part of the page of their own."""


class PlatformIndexPage(ListedIndexPage):
    """The list of platforms."""

    kind_key = "platform"
    subpage_types = ["platforms.PlatformPage"]
    max_count_per_parent = 1
    template = "platforms/platform_index_page.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "listing": with_connections(context["listing"], request.user)}


class PlatformPage(RecordPage):
    """A system that holds or moves data: what it holds, how one gets in, what limits it, what it is connected to."""

    family = models.CharField(
        _("field of work"), max_length=80, blank=True, help_text=_("For example “mine action” or “displacement”.")
    )
    holds = prose(_("what it holds"), _("For example “Hazards, clearance and accidents of a programme”."))
    owner_note = models.CharField(
        _("about the owner"),
        max_length=200,
        blank=True,
        help_text=_("For example “Software by one organisation; each database belongs to its programme”."),
    )
    access_method = models.ForeignKey(
        AccessMethod, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how to get in")
    )
    other_access_methods = ParentalManyToManyField(
        AccessMethod, verbose_name=_("other ways to get in"), blank=True, related_name="+"
    )
    access_note = models.CharField(
        _("about getting in"),
        max_length=300,
        blank=True,
        help_text=_("For example “Account given by the national authority”."),
    )
    formats = ParentalManyToManyField(FileFormat, verbose_name=_("formats it exports"), blank=True, related_name="+")
    formats_note = models.CharField(_("further formats, in words"), max_length=200, blank=True)
    api = models.CharField(
        _("interface for programs"), max_length=300, blank=True, help_text=_("For example “REST services, with a key”.")
    )
    website = models.URLField(_("website"), max_length=500, blank=True)

    edit_handler = PLATFORM_FORM
    parent_page_types = ["platforms.PlatformIndexPage"]
    template = "platforms/platform_page.html"
    own_texts = ("family", "holds", "owner_note", "access_note", "formats_note", "api", "limitations", "bridges")
    own_synchronized = ("access_method", "other_access_methods", "formats", "website")
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("platform")
        verbose_name_plural = _("platforms")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if not context["record"].details_readable:
            return context
        found = around(self.key, request.user, apart={(BRIDGES, False), (BRIDGES, True)})
        ends = {link.end.key: link.end for link in found.apart}
        bridges = sides_of([self.key], request.user, ends).get(self.key, [])
        return {**context, "around": found, "bridges": bridges, "bridges_unconfirmed": self._is_unconfirmed}

    @property
    def _is_unconfirmed(self):
        return "bridges" in self.unconfirmed_fields
