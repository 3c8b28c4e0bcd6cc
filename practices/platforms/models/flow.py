from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.linkage.around import around
from portal.records.models import RecordPage
from portal.records.story import prose
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import FlowState, LinkageMethod, Standard, UpdateFrequency
from practices.platforms.flow_panels import FLOW_FORM


class FlowIndexPage(ListedIndexPage):
    """The list of flows."""

    kind_key = "flow"
    subpage_types = ["platforms.FlowPage"]
    max_count_per_parent = 1
    template = "platforms/flow_index_page.html"


class FlowPage(RecordPage):
    """A data exchange that happens or could: from whom to whom, which data, by which means, under what."""

    giver = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("from")
    )
    giver_note = models.CharField(
        _("from, in words"), max_length=200, blank=True, help_text=_("For example “Operators of the programme”.")
    )
    taker = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("to")
    )
    taker_note = models.CharField(
        _("to, in words"),
        max_length=200,
        blank=True,
        help_text=_("For example “Humanitarian organisations”."),
    )
    two_way = models.BooleanField(_("both give to each other"), default=False)
    state = models.ForeignKey(
        FlowState, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("state")
    )
    state_note = models.CharField(
        _("about the state"),
        max_length=300,
        blank=True,
        help_text=_("For example “Stopped while a system is renewed”."),
    )
    as_of = models.PositiveSmallIntegerField(
        _("as of"), null=True, blank=True, help_text=_("The year of which this is said, for example 2024.")
    )
    through = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "platform"},
        verbose_name=_("through which platform"),
    )
    holding = models.ForeignKey(
        RecordIdentity,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "holding"},
        verbose_name=_("out of which data holding"),
    )
    method = models.ForeignKey(
        LinkageMethod, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("method")
    )
    join_keys = models.CharField(
        _("joined by"), max_length=200, blank=True, help_text=_("For example “P-codes of the second level”.")
    )
    standards = ParentalManyToManyField(Standard, verbose_name=_("standards"), blank=True, related_name="+")
    frequency = models.ForeignKey(
        UpdateFrequency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how often")
    )
    frequency_note = models.CharField(
        _("how often, in words"), max_length=200, blank=True, help_text=_("For example “After each round”.")
    )
    technical_note = prose(_("technical side"), _("Tools, formats, how the data move."))
    institutional_note = prose(_("institutional side"), _("Under which agreement, mandate or habit data are given."))
    authority = models.CharField(
        _("who allows it"), max_length=200, blank=True, help_text=_("For example “The national mine action authority”.")
    )

    edit_handler = FLOW_FORM
    parent_page_types = ["platforms.FlowIndexPage"]
    template = "platforms/flow_page.html"
    own_texts = (
        "giver_note", "taker_note", "state_note", "join_keys", "frequency_note", "technical_note", "institutional_note",
        "authority", "barriers",
    )  # fmt: skip
    own_synchronized = (
        "giver", "taker", "two_way", "state", "as_of", "through", "holding", "method", "standards", "frequency",
    )  # fmt: skip
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("data flow")
        verbose_name_plural = _("data flows")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if not context["record"].details_readable:
            return context
        found = around(self.key, request.user)
        through = [link.end for link in found.links if link.kind == "flow:through" and not link.is_incoming]
        unconfirmed = "through" in self.unconfirmed_fields
        return {**context, "around": found, "through": through, "through_unconfirmed": unconfirmed}
