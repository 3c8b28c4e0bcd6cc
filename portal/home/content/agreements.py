"""Agreements of the first content, as unsaved pages; the holdings that they cover when these have a row."""

from portal.records.models import RecordOrganisation
from portal.taxonomy.models import AgreementKind, DataKind, DecisionPurpose, ParticipantRole, Sensitivity, SharingRung
from practices.agreements.enums import AgreementState, OnwardSharing
from practices.agreements.models import AgreementHolding, AgreementPage, ProtocolClass

from .names import Reader
from .places import countries_of
from .sources import sources_of
from .wording import paragraphs

STATES = {state.value: state.value for state in AgreementState}
ONWARD = {each.value: each.value for each in OnwardSharing}


def agreement(part, names):
    """The unsaved AgreementPage of an entry."""
    return AgreementPage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=part.text("summary", 300),
        agreement_kind=part.term("kind", AgreementKind),
        countries=countries_of(part),
        data_kinds=part.terms("data_kinds", DataKind),
        organisations=[_party(row, names.organisations) for row in part.parts("parties")],
        finest_form=part.term("finest_form", SharingRung),
        purposes=part.terms("purposes", DecisionPurpose),
        onward=part.value("onward", ONWARD) or OnwardSharing.NOT_SAID,
        onward_note=part.text("onward_note", 300),
        starts_on=part.day("starts_on"),
        ends_on=part.day("ends_on"),
        review_on=part.day("review_on"),
        state=part.value("state", STATES) or AgreementState.DRAFTING,
        reference=part.text("reference", 200),
        terms=paragraphs(part.text("terms")),
        classes=[_class(row) for row in part.parts("classes")],
        sources=sources_of(part),
    )


def cover(page, part, names):
    """The holdings of the file that it covers, and what it covers beside them, in words."""
    ids = names.ids("holdings")
    page.holdings = [
        AgreementHolding(holding=names.records.get(row.value("holding", ids)), part=row.text("part", 300))
        for row in part.parts("covers")
    ]


def _party(row, organisations):
    return RecordOrganisation(
        organisation=row.value("organisation", organisations), role=row.term("role", ParticipantRole)
    )


def _class(row):
    return ProtocolClass(data_kind=row.term("data_kind", DataKind), sensitivity=row.term("sensitivity", Sensitivity))


AGREEMENTS = Reader("agreements", agreement, cover)
