"""The vocabularies, one class each; `portal/taxonomy/data/` holds the file of the same content."""

from .data import (
    AccessMethod,
    DataKind,
    FileFormat,
    GeographyLevel,
    Licence,
    LinkageMethod,
    SharingRung,
    Standard,
    UpdateFrequency,
)
from .glossary import GlossaryTerm
from .people_and_places import Country, Expertise, OrganisationType, ParticipantRole, Region, Sector
from .sharing import AgreementKind, Audience, BarrierKind, DecisionPurpose, Sensitivity, WithholdingReason
from .term import Term
from .version import VocabularyVersion
from .work import (
    ActionState,
    EventFormat,
    EvidenceKind,
    FlowState,
    IdeaState,
    LinkKind,
    NeedState,
    OutputKind,
    RecordState,
    RequestState,
    SessionKind,
    Urgency,
)

__all__ = [
    "AccessMethod",
    "ActionState",
    "AgreementKind",
    "Audience",
    "BarrierKind",
    "Country",
    "DataKind",
    "DecisionPurpose",
    "EventFormat",
    "EvidenceKind",
    "Expertise",
    "FileFormat",
    "FlowState",
    "GeographyLevel",
    "GlossaryTerm",
    "IdeaState",
    "Licence",
    "LinkKind",
    "LinkageMethod",
    "NeedState",
    "OrganisationType",
    "OutputKind",
    "ParticipantRole",
    "RecordState",
    "Region",
    "RequestState",
    "Sector",
    "Sensitivity",
    "SessionKind",
    "SharingRung",
    "Standard",
    "Term",
    "UpdateFrequency",
    "Urgency",
    "VocabularyVersion",
    "WithholdingReason",
]
