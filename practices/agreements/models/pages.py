from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.records.models import RecordPage
from portal.records.story import prose
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import AgreementKind, DecisionPurpose, SharingRung
from practices.agreements.enums import AgreementState, OnwardSharing, Standing
from practices.agreements.panels import AGREEMENT_FORM
from practices.agreements.shown import beside

from .in_force import AgreementPageManager

PROTOCOL = "information_sharing_protocol"
"""The key of the kind of agreement that brings classes of sensitivity."""
WRONG_ORDER = _("It would end before it begins.")


class AgreementIndexPage(ListedIndexPage):
    """The list of agreements."""

    kind_key = "agreement"
    subpage_types = ["agreements.AgreementPage"]
    max_count_per_parent = 1
    template = "agreements/agreement_index_page.html"


class AgreementPage(RecordPage):
    """An agreement under which data are shared: who made it, what it covers, from when until when.

    Its parties are the organisations of the entry. Access that rests on it ends with it, by
    `portal.access.services.resting`.
    """

    agreement_kind = models.ForeignKey(
        AgreementKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kind of agreement")
    )
    terms = prose(
        _("what it says"), _("In plain words: who may see the data, how they are kept, what happens when it ends.")
    )
    finest_form = models.ForeignKey(
        SharingRung, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("finest form")
    )
    purposes = ParentalManyToManyField(DecisionPurpose, verbose_name=_("purposes"), blank=True, related_name="+")
    onward = models.CharField(
        _("may data be passed on?"), max_length=20, choices=OnwardSharing, default=OnwardSharing.NOT_SAID
    )
    onward_note = models.CharField(
        _("about passing on"), max_length=300, blank=True, help_text=_("For example “To members of the cluster only.”")
    )
    starts_on = models.DateField(_("begins on"), null=True, blank=True)
    ends_on = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("The last day on which it holds. Empty where no end was set.")
    )
    review_on = models.DateField(
        _("to be reviewed on"), null=True, blank=True, help_text=_("When the parties look at it again.")
    )
    state = models.CharField(_("state"), max_length=10, choices=AgreementState, default=AgreementState.DRAFTING)
    ends_note = models.CharField(
        _("about its end"), max_length=300, blank=True, help_text=_("For example “Renewed by a letter each year.”")
    )
    reference = models.CharField(
        _("reference"),
        max_length=200,
        blank=True,
        help_text=_("Number of the signed text, for example “12/26”."),
    )

    objects = AgreementPageManager()

    edit_handler = AGREEMENT_FORM
    parent_page_types = ["agreements.AgreementIndexPage"]
    template = "agreements/agreement_page.html"
    own_texts = ("terms", "onward_note", "ends_note", "holdings")
    own_synchronized = (
        "agreement_kind", "finest_form", "purposes", "onward", "starts_on", "ends_on", "review_on", "state",
        "reference", "classes",
    )  # fmt: skip
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": WRONG_ORDER})

    @property
    def is_protocol(self):
        """Whether it says how sensitive data of a country are."""
        return self.agreement_kind is not None and self.agreement_kind.key == PROTOCOL

    def standing_on(self, day):
        """Its Standing on a day (a date)."""
        is_over = self.state == AgreementState.SIGNED and self.ends_on is not None and self.ends_on < day
        return Standing.EXPIRED if is_over else Standing(self.state)

    @property
    def standing(self):
        """That of today."""
        return self.standing_on(timezone.localdate())

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, **beside(self, context["record"], request.user)}
