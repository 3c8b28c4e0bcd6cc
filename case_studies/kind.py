"""What search, lists, pages and tests know of case studies: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from case_studies.models import CaseStudyPage
from case_studies.row import row
from portal.access.enums import Zone
from portal.records.fields import Dates, RecordField, Weight
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields


def _details(name, label, weight=Weight.BODY, facet="", read=None):
    return RecordField(name, label, Zone.DETAILS, weight, facet, read=read)


CASE_STUDY = Kind(
    key="case_study",
    prefix="CS",
    label=_("Case study"),
    label_plural=_("Case studies"),
    icon="case-study",
    model=CaseStudyPage,
    index_path="case-studies",
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        RecordField("years", _("years"), Zone.CARD),
        RecordField("from_year", _("from year"), Zone.CARD),
        RecordField("to_year", _("to year"), Zone.CARD),
        RecordField("years_note", _("about the years"), Zone.DETAILS),
        _details("place", _("place")),
        _details("question", _("question that the data answered")),
        _details("decision", _("decision it served"), facet="decision"),
        _details("other_decisions", _("further decisions it served"), facet="decision"),
        _details("decision_note", _("the decision in a sentence")),
        _details("context", _("context")),
        _details("phase", _("phase")),
        _details("challenge", _("challenge")),
        _details("other_parties", _("who else took part")),
        _details("exchanges", _("what was exchanged")),
        _details("what_was_done", _("what was done")),
        _details("technical_arrangement", _("technical arrangement")),
        _details("platforms_named", _("platforms")),
        _details("standards", _("standards"), facet="standard"),
        _details("standards_note", _("further standards, in words")),
        _details("institutional_arrangement", _("institutional and legal arrangement")),
        _details("sensitivity_handling", _("how sensitivity was handled")),
        _details("barriers", _("barriers")),
        _details(
            "barrier_kinds", _("barriers"), Weight.NONE, "barrier", lambda page: [b.kind for b in page.barriers.all()]
        ),
        _details("enabling_factors", _("what helped")),
        _details("results", _("results")),
        _details("protection_outcome", _("protection outcome")),
        _details("evidence", _("evidence"), facet="evidence"),
        _details("figures", _("figures")),
        _details("what_failed", _("what failed")),
        _details("lessons", _("lessons"), Weight.SUMMARY),
        _details("would_it_transfer", _("would it work elsewhere?")),
        RecordField("persons_consented", _("everybody named has agreed to it"), Zone.OWNER),
        RecordField("owner_consented", _("the owner of the data has agreed to this text"), Zone.OWNER),
    ),
    row=row,
    not_in_table=NOT_IN_TABLE,
    dates=Dates("from_year", "to_year", is_one_year=True),
)
