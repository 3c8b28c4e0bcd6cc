from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from case_studies.panels import CASE_STUDY_FORM
from portal.records.models import RecordPage
from portal.records.story import prose
from portal.records.years import require_in_order, years_in_words
from portal.search.index_pages import ListedIndexPage
from portal.taxonomy.models import DecisionPurpose, EvidenceKind, Standard


class CaseStudyIndexPage(ListedIndexPage):
    """The list of case studies."""

    kind_key = "case_study"
    subpage_types = ["case_studies.CaseStudyPage"]
    max_count_per_parent = 1
    template = "case_studies/case_study_index_page.html"


class CaseStudyPage(RecordPage):
    """A documented exchange of data: a snapshot of ten minutes that can grow into a full study."""

    question = models.TextField(
        _("question that the data answered"), blank=True, help_text=_("For example “Which schools are safe to reopen?”")
    )
    decision = models.ForeignKey(
        DecisionPurpose, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decision it served")
    )
    decision_note = models.TextField(
        _("the decision in a sentence"), blank=True, help_text=_("Who decided what, with these data.")
    )
    other_decisions = ParentalManyToManyField(
        DecisionPurpose, verbose_name=_("further decisions it served"), blank=True, related_name="+"
    )
    context = prose(_("context"), _("What was going on, in which phase of the response."))
    phase = models.CharField(_("phase"), max_length=120, blank=True, help_text=_("For example “early recovery”."))
    from_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True)
    to_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True)
    years_note = models.CharField(_("about the years"), max_length=200, blank=True)
    place = models.CharField(
        _("place, down to the first administrative level"),
        max_length=200,
        blank=True,
        help_text=_("For example “Borno State”. Never finer: no coordinates, no villages."),
    )
    challenge = prose(_("challenge"), _("What could not be decided, or not well, without the data."))
    what_was_done = prose(_("what was done"), _("The steps, one a line."))
    technical_arrangement = prose(_("technical arrangement"), _("Tools, formats, how the data moved."))
    institutional_arrangement = prose(_("institutional and legal arrangement"), _("Agreements, letters, mandates."))
    sensitivity_handling = prose(
        _("how sensitivity was handled"), _("What was left out, made coarser or kept to a few people.")
    )
    standards = ParentalManyToManyField(Standard, verbose_name=_("standards"), blank=True, related_name="+")
    standards_note = models.CharField(
        _("further standards, in words"), max_length=300, blank=True, help_text=_("What the list of standards lacks.")
    )
    platforms_named = models.CharField(
        _("platforms"), max_length=300, blank=True, help_text=_("For example “IMSMA Core; KoboToolbox”.")
    )
    results = prose(_("results"), _("What changed in operations. Figures have their own rows, with their source."))
    protection_outcome = prose(_("protection outcome"), _("What it meant for people: safer, better assisted, heard."))
    evidence = models.ForeignKey(
        EvidenceKind, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("evidence")
    )
    what_failed = prose(_("what failed"), _("As useful as what worked: others will not repeat it."))
    would_it_transfer = prose(_("would it work elsewhere?"), _("Under which conditions."))
    persons_consented = models.BooleanField(_("everybody named has agreed to it"), default=False)
    owner_consented = models.BooleanField(_("the owner of the data has agreed to this text"), default=False)

    edit_handler = CASE_STUDY_FORM
    parent_page_types = ["case_studies.CaseStudyIndexPage"]
    template = "case_studies/case_study_page.html"
    own_texts = (
        "question", "decision_note", "context", "phase", "years_note", "place", "challenge", "what_was_done",
        "technical_arrangement", "institutional_arrangement", "sensitivity_handling", "results", "protection_outcome",
        "what_failed", "would_it_transfer", "standards_note", "exchanges", "other_parties", "barriers",
        "enabling_factors", "lessons", "figures",
    )  # fmt: skip
    own_synchronized = (
        "decision", "other_decisions", "from_year", "to_year", "standards", "platforms_named", "evidence",
        "persons_consented", "owner_consented",
    )  # fmt: skip
    override_translatable_fields = [
        *RecordPage.override_translatable_fields,
        *(TranslatableField(name) for name in own_texts),
        *(SynchronizedField(name) for name in own_synchronized),
    ]

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def clean(self):
        super().clean()
        require_in_order(self.from_year, self.to_year)

    @property
    def years(self):
        """The years it covers, for people; one that is said alone is the only one."""
        return years_in_words(self.from_year or self.to_year, self.to_year or self.from_year)
