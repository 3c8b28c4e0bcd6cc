"""Case studies of the first content, as unsaved pages."""

from case_studies.models import (
    CaseStudyBarrier,
    CaseStudyEnablingFactor,
    CaseStudyLesson,
    CaseStudyPage,
    CaseStudyParty,
)
from portal.records.models import RecordLink, RecordOrganisation
from portal.taxonomy.models import (
    BarrierKind,
    DecisionPurpose,
    EvidenceKind,
    GeographyLevel,
    LinkKind,
    OrganisationType,
    ParticipantRole,
    Sector,
    Standard,
)
from practices.evidence import SHOWS

from .exchanges import exchanges_of
from .names import Reader
from .places import countries_of
from .sources import READ, sources_of
from .wording import numbered, paragraphs, shortened

FIELDS_OF = {
    "barriers": ("barriers", "barrier_kinds"),
    "barriers.detail": ("barriers", "barrier_kinds"),
    "data_exchanged": ("exchanges", "data_kinds"),
    "data_exchanged.data_kind": ("exchanges", "data_kinds"),
    "data_exchanged.geography_level": ("exchanges",),
    "data_exchanged.sharing_rung": ("exchanges",),
    "decision": ("decision", "other_decisions"),
    "organisations": ("organisations", "other_parties"),
    "platforms": ("platforms_named",),
    "standards": ("standards",),
    **{
        name: (name,)
        for name in (
            "challenge", "enabling_factors", "lessons", "results", "sectors", "sensitivity_handling",
            "technical_arrangement", "institutional_arrangement", "what_was_done", "would_it_transfer",
        )
    },
}  # fmt: skip
"""What the file calls a field that the editors inferred → the fields where it is marked as unconfirmed."""
PROSE = ("technical_arrangement", "institutional_arrangement", "sensitivity_handling", "results", "would_it_transfer",
         "challenge", "protection_outcome", "what_failed")  # fmt: skip
SUMMARY_LENGTH = 300
TELLS = "documents"
"""The kind of link from a case to a flow that it tells of."""


def case_study(part, names):
    """The unsaved CaseStudyPage of an entry."""
    exchanges, data_kinds = exchanges_of(part, names.organisations)
    summary = part.text("summary")
    named, unnamed = _parties(part, names.organisations)
    part.value("confidence", READ)
    return CaseStudyPage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=summary if len(summary) <= SUMMARY_LENGTH else shortened(summary, SUMMARY_LENGTH),
        # A summary that a card has no room for stands whole at the head of the story.
        context=paragraphs(summary) if len(summary) > SUMMARY_LENGTH else "",
        countries=countries_of(part),
        coverage=part.term("coverage", GeographyLevel),
        sectors=part.terms("sectors", Sector),
        data_kinds=data_kinds,
        exchanges=exchanges,
        organisations=named,
        other_parties=unnamed,
        question=part.text("question"),
        decision=part.term("decision", DecisionPurpose),
        other_decisions=part.terms("other_decisions", DecisionPurpose),
        decision_note=part.text("decision_note"),
        evidence=part.term("evidence", EvidenceKind),
        standards=part.terms("standards", Standard),
        standards_note="; ".join(part.list("standards_note")),
        platforms_named="; ".join(part.values_in("platforms", names.texts("platforms", "name"))),
        what_was_done=numbered(part.list("what_was_done")),
        lessons=[CaseStudyLesson(text=text) for text in part.list("lessons")],
        enabling_factors=[CaseStudyEnablingFactor(text=text) for text in part.list("enabling_factors")],
        barriers=[_barrier(row) for row in part.parts("barriers")],
        sources=sources_of(part),
        unconfirmed_fields=part.unconfirmed(FIELDS_OF),
        **_years(part),
        **{name: paragraphs(part.text(name)) for name in PROSE},
    )


def link(page, part, names):
    """Links a case to the practices whose entries name it as evidence, and to the flows that it tells of."""
    proven = [each.id for each in names.parts("practices") if part.id in each.list("evidence")]
    told = [each.id for each in names.parts("flows") if each.values.get("case_study") == part.id]
    kinds = part.reading.terms_of(LinkKind)
    ends = [(SHOWS, each) for each in proven] + [(TELLS, each) for each in told]
    page.links = [RecordLink(kind=kinds[kind], target=names.records[each]) for kind, each in ends]


def _parties(part, organisations):
    """Rows of organisations with a name, one for each of their roles, and of parties that have words only."""
    named, unnamed = [], []
    for row in part.parts("organisations"):
        organisation, words = row.value("organisation", organisations), row.text("named_as", 200)
        for role in row.terms("roles", ParticipantRole):
            if organisation:
                named.append(RecordOrganisation(organisation=organisation, role=role, named_as=words))
            elif words:
                kind = row.term("organisation_type", OrganisationType)
                unnamed.append(CaseStudyParty(words=words, role=role, kind=kind))
    return named, unnamed


def _barrier(row):
    kind, detail = row.term("kind", BarrierKind), row.term("detail", BarrierKind)
    return CaseStudyBarrier(kind=detail or kind, text=row.text("text"), overcome=row.text("overcome"))


def _years(part):
    """First and last year; where years between them are missing, the note says which are meant."""
    years, note = sorted(part.list("years")), part.text("years_note", 200)
    if not all(isinstance(year, int) and 1900 < year < 2100 for year in years):
        part.wrong("years", years, "years of four digits")
        years = []
    if (len(years) > 2 and len(years) < years[-1] - years[0] + 1) or (len(years) == 2 and years[1] - years[0] > 1):
        note = f"{', '.join(map(str, years))}. {note}".strip()
    first, last = (years[0], years[-1]) if years else (None, None)
    return {"from_year": first, "to_year": last, "years_note": note}


CASE_STUDIES = Reader("case_studies", case_study, link)
