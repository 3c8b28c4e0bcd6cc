"""What search, lists, pages and tests know of case studies: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from case_studies.models import CaseStudyPage
from case_studies.row import row
from case_studies.short_form import SHORT
from portal.access.enums import Level, Zone
from portal.records.fields import Dates, RecordField, Weight, card, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields

CASE_STUDY = Kind(
    key="case_study",
    prefix="CS",
    label=_("Case study"),
    label_plural=_("Case studies"),
    icon="case-study",
    usual_words=600,
    model=CaseStudyPage,
    offered_to=Level.MEMBERS,
    index_path="case-studies",
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        card("years", _("years")),
        card("from_year", _("from year")),
        card("to_year", _("to year")),
        details("years_note", _("about the years"), Weight.NONE),
        details("place", _("place")),
        details("question", _("question that the data answered")),
        details("decision", _("decision it served"), facet="decision"),
        details("other_decisions", _("further decisions it served"), facet="decision"),
        details("decision_note", _("the decision in a sentence")),
        details("context", _("context")),
        details("phase", _("phase")),
        details("challenge", _("challenge")),
        details("other_parties", _("who else took part")),
        details("exchanges", _("what was exchanged")),
        details("what_was_done", _("what was done")),
        details("technical_arrangement", _("technical arrangement")),
        details("platforms_named", _("platforms")),
        details("standards", _("standards"), facet="standard"),
        details("standards_note", _("further standards, in words")),
        details("institutional_arrangement", _("institutional and legal arrangement")),
        details("sensitivity_handling", _("how sensitivity was handled")),
        details("barriers", _("barriers")),
        details(
            "barrier_kinds", _("barriers"), Weight.NONE, "barrier", lambda page: [b.kind for b in page.barriers.all()]
        ),
        details("enabling_factors", _("what helped")),
        details("results", _("results")),
        details("protection_outcome", _("protection outcome")),
        details("evidence", _("evidence"), facet="evidence"),
        details("figures", _("figures")),
        details("what_failed", _("what failed")),
        details("lessons", _("lessons"), Weight.SUMMARY),
        details("would_it_transfer", _("would it work elsewhere?")),
        RecordField("persons_consented", _("everybody named has agreed to it"), Zone.OWNER),
        RecordField("owner_consented", _("the owner of the data has agreed to this text"), Zone.OWNER),
    ),
    row=row,
    not_in_table=NOT_IN_TABLE,
    short=SHORT,
    may_be_used=True,
    dates=Dates("from_year", "to_year", is_one_year=True),
)
