"""Data needs of the first content, as unsaved pages."""

from portal.records.models import RecordOrganisation
from portal.taxonomy.models import (
    DataKind,
    DecisionPurpose,
    GeographyLevel,
    NeedState,
    OrganisationType,
    ParticipantRole,
    Sector,
    UpdateFrequency,
    Urgency,
    WithholdingReason,
)
from practices.needs.models import DataNeedPage, NeedAnswer
from practices.needs.row import ASKS
from practices.needs.states import OPEN

from .names import Reader
from .places import countries_of
from .sources import READ, sources_of
from .wording import paragraphs

FIELDS_OF = {
    "asked_by": ("sectors", "organisations"),
    "coarsest_useful_geography": ("coarsest_level",),
    "data_kinds": ("data_kinds",),
    "decision": ("decision", "other_decisions"),
    "decision_supported": ("decision_note",),
    "frequency": ("frequency",),
    "organisation_types": ("asked_by_types",),
}
"""What the file calls a field that the editors inferred → the fields where it is marked as unconfirmed."""
PROPOSED = "editorial proposal"
"""The basis of an urgency that nobody who asks has named."""


def need(part, names):
    """The unsaved DataNeedPage of an entry; nobody has answered it yet unless the entry says so."""
    part.value("confidence", READ)
    asked = part.part("asked_by")
    return DataNeedPage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=_summary(part),
        data_kinds=part.terms("data_kinds", DataKind),
        countries=countries_of(part),
        coverage=part.term("coverage", GeographyLevel),
        sectors=[sector] if (sector := part.term("sector", Sector)) else [],
        organisations=_asking(part, asked.values_in("organisations", names.organisations)),
        asked_by_types=part.terms("organisation_types", OrganisationType),
        asked_by_note=part.text("organisation_type_note", 300),
        decision=part.term("decision", DecisionPurpose),
        other_decisions=part.terms("other_decisions", DecisionPurpose),
        decision_note=part.text("decision_supported"),
        coarsest_level=part.term("coarsest_useful_geography", GeographyLevel),
        coarsest_note=part.text("coarsest_useful_geography_note", 200),
        frequency=part.term("frequency", UpdateFrequency),
        frequency_note=part.text("frequency_note", 200),
        urgency=part.term("urgency", Urgency),
        what_was_tried=paragraphs(part.text("what_was_tried")),
        met_by=[NeedAnswer(note=row.text("note", 300)) for row in part.parts("met_by")],
        sources=sources_of(part),
        unconfirmed_fields=_unconfirmed(part),
        **_state(part),
    )


def point_at_answers(page, part, names):
    """Points each answer at the entry that it names."""
    for answer, row in zip(page.met_by.all(), part.parts("met_by"), strict=True):
        answer.target = names.records.get(row.values.get("entry"))


def _summary(part):
    """Its own words or, where it has none, what it says of the kinds of data."""
    note = part.text("data_kinds_note", 300)
    return part.text("summary", 300) or note[:1].upper() + note[1:]


def _asking(part, organisations):
    role = part.reading.terms_of(ParticipantRole)[ASKS]
    return [RecordOrganisation(organisation=each, role=role) for each in organisations]


def _state(part):
    return {
        "state": part.term("state", NeedState) or part.reading.terms_of(NeedState)[OPEN],
        "refused_reason": part.term("refused_reason", WithholdingReason),
        "state_note": part.text("state_note", 300),
    }


def _unconfirmed(part):
    names = [name for fields in part.values_in("inferred_fields", FIELDS_OF) for name in fields]
    if part.text("urgency_basis") == PROPOSED:
        names.append("urgency")
    return list(dict.fromkeys(names))


NEEDS = Reader("needs", need, point_at_answers)
