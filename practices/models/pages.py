from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from portal.linkage.around import around
from portal.records.models import RecordPage
from portal.records.story import prose
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import BarrierKind, Standard
from practices.evidence import evidence_in
from practices.panels import PRACTICE_FORM


class PracticeIndexPage(ListedIndexPage):
    """The list of practices."""

    kind_key = "practice"
    subpage_types = ["practices.PracticePage"]
    max_count_per_parent = 1
    template = "practices/practice_index_page.html"


class PracticePage(RecordPage):
    """What to do about a problem of sharing data, with the cases that prove it (links of kind `evidences`)."""

    problem = prose(_("problem"), _("What goes wrong without it, in a sentence or two."))
    when_to_use = prose(_("when to use it"), _("For example “Before or between surveys, in large or insecure areas.”"))
    when_not = prose(_("when not to use it"), _("Where it does harm or wastes time."))
    roles = prose(_("who does what"), _("Roles, not names of persons."))
    effort = models.CharField(
        _("effort"), max_length=200, blank=True, help_text=_("For example “Two weeks, one analyst, no software”.")
    )
    safeguards = prose(_("safeguards"), _("What keeps people safe and data where they belong."))
    standards = ParentalManyToManyField(Standard, verbose_name=_("standards"), blank=True, related_name="+")
    standards_note = models.CharField(
        _("further standards, in words"), max_length=300, blank=True, help_text=_("What the list of standards lacks.")
    )
    answers_barriers = ParentalManyToManyField(
        BarrierKind, verbose_name=_("barriers that it answers"), blank=True, related_name="+"
    )

    edit_handler = PRACTICE_FORM
    parent_page_types = ["practices.PracticeIndexPage"]
    template = "practices/practice_page.html"
    own_texts = (
        "problem", "when_to_use", "when_not", "roles", "effort", "safeguards", "standards_note", "steps",
        "preconditions", "risks",
    )  # fmt: skip
    own_synchronized = ("standards", "answers_barriers", "templates")
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("practice")
        verbose_name_plural = _("practices")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        if not context["record"].details_readable:
            return context
        found = around(self.key, request.user)
        evidence = evidence_in(found.links)
        strength = {"strength": evidence.strength.value, "strength_label": evidence.strength.label}
        return {**context, **strength, "cases": len(evidence.cases), "around": found}
