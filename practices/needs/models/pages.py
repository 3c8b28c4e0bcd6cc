from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.linkage.around import around
from portal.records.models import RecordPage
from portal.records.story import prose
from portal.records.years import require_in_order, years_in_words
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import (
    DecisionPurpose,
    GeographyLevel,
    NeedState,
    OrganisationType,
    UpdateFrequency,
    Urgency,
    WithholdingReason,
)
from practices.needs.answers import answers_of
from practices.needs.panels import NEED_FORM
from practices.needs.states import problem_of
from practices.needs.visible import with_numbers_of_fits


class DataNeedIndexPage(ListedIndexPage):
    """The list of data needs."""

    kind_key = "need"
    subpage_types = ["needs.DataNeedPage"]
    max_count_per_parent = 1
    template = "needs/data_need_index_page.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "listing": with_numbers_of_fits(context["listing"], request.user)}


class DataNeedPage(RecordPage):
    """Who needs which data for which decision, in the coarsest form that would still help.

    Who asks are `organisations` with the role `data_user`, or kinds of organisation where no single one asks. `state`
    is what people say of it; what may fit is worked out beside it (practices.needs.matching).
    """

    asked_by_types = ParentalManyToManyField(
        OrganisationType,
        verbose_name=_("asked by these kinds of organisation"),
        blank=True,
        related_name="+",
        help_text=_("Where no single organisation asks, for example “Mine action operator”."),
    )
    asked_by_note = models.CharField(
        _("asked by, in words"),
        max_length=300,
        blank=True,
        help_text=_("For example “Shelter and education partners in the north”."),
    )
    decision = models.ForeignKey(
        DecisionPurpose,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decision that it is for"),
    )
    other_decisions = ParentalManyToManyField(
        DecisionPurpose, verbose_name=_("further decisions that it is for"), blank=True, related_name="+"
    )
    decision_note = models.TextField(
        _("the decision in a sentence"),
        blank=True,
        help_text=_("Who will decide what, for example “Which schools to reopen before September”."),
    )
    coarsest_level = models.ForeignKey(
        GeographyLevel,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("coarsest form that helps"),
        help_text=_("The coarser, the sooner somebody can give it, for example “Admin 2”."),
    )
    coarsest_note = models.CharField(
        _("coarsest form, in words"),
        max_length=200,
        blank=True,
        help_text=_("For example “Counts by district are enough.”"),
    )
    frequency = models.ForeignKey(
        UpdateFrequency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("how often")
    )
    frequency_note = models.CharField(
        _("how often, in words"),
        max_length=200,
        blank=True,
        help_text=_("For example “Before each planning round”."),
    )
    from_year = models.PositiveSmallIntegerField(
        _("data from year"), null=True, blank=True, help_text=_("The first year that the data must cover.")
    )
    to_year = models.PositiveSmallIntegerField(
        _("data to year"), null=True, blank=True, help_text=_("Empty: until today.")
    )
    needed_by = models.DateField(
        _("needed by"), null=True, blank=True, help_text=_("After this day it is too late for the decision.")
    )
    by_sex = models.BooleanField(_("by sex"), default=False, help_text=_("Figures for women and men apart."))
    by_age = models.BooleanField(_("by age"), default=False, help_text=_("Figures for age groups apart."))
    by_disability = models.BooleanField(
        _("by disability"), default=False, help_text=_("Figures for persons with disabilities apart.")
    )
    urgency = models.ForeignKey(
        Urgency, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("urgency")
    )
    state = models.ForeignKey(
        NeedState,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("state"),
        help_text=_("Empty is read as open."),
    )
    refused_reason = models.ForeignKey(
        WithholdingReason,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("why it was refused"),
        help_text=_("Only for a need that was refused."),
    )
    state_note = models.CharField(
        _("about the state"),
        max_length=300,
        blank=True,
        help_text=_("For example “Met for two of five provinces”."),
    )
    what_was_tried = prose(_("what was tried"), _("Whom you asked, where you looked, what came of it."))

    edit_handler = NEED_FORM
    parent_page_types = ["needs.DataNeedIndexPage"]
    template = "needs/data_need_page.html"
    own_texts = (
        "asked_by_note", "decision_note", "coarsest_note", "frequency_note", "state_note", "what_was_tried", "met_by",
    )  # fmt: skip
    own_synchronized = (
        "asked_by_types", "decision", "other_decisions", "coarsest_level", "frequency", "from_year", "to_year",
        "needed_by", "by_sex", "by_age", "by_disability", "urgency", "state", "refused_reason",
    )  # fmt: skip
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("data need")
        verbose_name_plural = _("data needs")

    def clean(self):
        super().clean()
        require_in_order(self.from_year, self.to_year)
        if problem := problem_of(self.state, self.refused_reason):
            raise ValidationError(problem)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if context["record"].details_readable:
            named = [row.target_id for row in self.met_by.all() if row.target_id]
            found = around(self.key, request.user, named=named)
            context |= {"around": found, "answers": answers_of(self, found.ends)}
            context["answers_unconfirmed"] = "met_by" in self.unconfirmed_fields
        return context

    @property
    def disaggregation(self):
        """The labels of the ways in which figures are to be told apart."""
        names = ("by_sex", "by_age", "by_disability")
        return [str(self._meta.get_field(name).verbose_name) for name in names if getattr(self, name)]

    @property
    def years(self):
        """The years that the data must cover, for people."""
        return years_in_words(self.from_year, self.to_year)
