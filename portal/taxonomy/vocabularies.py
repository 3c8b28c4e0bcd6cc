"""Which class holds which file, and what editors may do with it.

States, levels, rungs and sensitivities are *fixed*: code knows their keys, editors change labels only. To an *open*
vocabulary editors may add terms, and replace one by another.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.taxonomy import models

PEOPLE, DATA, SHARING, WORK = _("People, places"), _("Data"), _("Sharing"), _("Work, states")


@dataclass(frozen=True)
class Vocabulary:
    """A vocabulary's class, its files, its group in the admin's menu, and what code knows of it."""

    model: type[models.Term]
    files: tuple[str, ...]
    group: str | Promise
    is_open: bool = True
    is_tree: bool = False
    # Keys of an open vocabulary that code knows all the same: they cannot be replaced.
    known: frozenset[str] = frozenset()

    def may_replace(self, key: str) -> bool:
        return self.is_open and key not in self.known


def _fixed(model, file, group, **options):
    return Vocabulary(model, (file,), group, is_open=False, **options)


def _open(model, file, group, **options):
    return Vocabulary(model, (file,), group, **options)


LEVELS = frozenset({"public", "members", "named_organisations", "owner_organisation"})
# Of whom the ladder of a holding speaks, and to whom of these an organisation belongs (practices/holdings:
# ladder.py, audiences.py).
AUDIENCES = LEVELS | {
    "affected_people", "clusters", "donors", "national_authorities", "ngos", "private_sector", "red_cross_red_crescent",
    "researchers", "un_agencies",
}  # fmt: skip
# The same, those who answer for the land of a country (portal/search/listing.py), and mine action (practices/exchange).
ORGANISATIONS = frozenset({
    "academic_research", "civil_society", "coordination_body", "development_programme", "donor", "embassy",
    "foundation", "government", "international_ngo", "international_organisation", "local_government", "local_ngo",
    "military_police", "mine_action_centre", "mine_action_operator", "national_mine_action_authority", "national_ngo",
    "private_sector", "red_cross_red_crescent", "religious", "statistics_office", "survivor_organisation",
    "united_nations",
})  # fmt: skip

# What a record's text has unless its author says otherwise.
LICENCES = frozenset({"cc_by_4_0", "cc_by_3_0_igo"})

# Who gives, takes, owns and keeps in a row of a list (case_studies/row.py, practices/holdings/row.py), who holds in the
# exchange, who runs a platform (practices/platforms) or an event (events/rights.py).
ROLES = frozenset({
    "data_custodian", "data_manager", "data_owner", "data_provider", "data_user", "facilitator", "host", "moderator",
    "note_taker", "organiser", "participant", "partner", "speaker", "technical_support",
})  # fmt: skip
# What the six questions count (portal/home/questions.py), and what is no one's own sector (practices/needs/matching).
ASKED_SECTORS = frozenset({"coordination", "humanitarian_general", "mine_action", "multi_sector"})
# Ways that lead to no data, or hardly (practices/needs/matching/getting.py), and those that catalogues know (harvest).
WAYS = frozenset({"by_request", "contact_only", "not_available", "open_download"})
ASKED_BARRIERS = frozenset({"security"})
# What brings classes of sensitivity (practices/agreements).
KNOWN_AGREEMENTS = frozenset({"information_sharing_protocol"})

# In the order of loading: regions before their countries.
VOCABULARIES = (
    _open(models.Sector, "sectors", PEOPLE, is_tree=True, known=ASKED_SECTORS),
    _fixed(models.Region, "m49_regions", PEOPLE, is_tree=True),
    Vocabulary(models.Country, ("countries", "other_areas"), PEOPLE),
    _open(models.OrganisationType, "organisation_types", PEOPLE, is_tree=True, known=ORGANISATIONS),
    _open(models.ParticipantRole, "participant_roles", PEOPLE, known=ROLES),
    _open(models.Expertise, "expertise", PEOPLE, is_tree=True),
    _open(models.DataKind, "data_kinds", DATA, is_tree=True),
    _fixed(models.GeographyLevel, "geography_levels", DATA),
    _fixed(models.SharingRung, "sharing_rungs", DATA),
    _open(models.AccessMethod, "access_methods", DATA, known=WAYS),
    _open(models.UpdateFrequency, "update_frequencies", DATA),
    _open(models.FileFormat, "formats", DATA, is_tree=True),
    _open(models.Standard, "standards", DATA, is_tree=True),
    _open(models.LinkageMethod, "linkage_methods", DATA),
    _open(models.Licence, "licences", DATA, known=LICENCES),
    _fixed(models.Sensitivity, "sensitivity", SHARING),
    _open(models.Audience, "audiences", SHARING, known=AUDIENCES),
    _open(models.WithholdingReason, "withholding_reasons", SHARING),
    _open(models.AgreementKind, "agreement_kinds", SHARING, known=KNOWN_AGREEMENTS),
    _open(models.DecisionPurpose, "request_purposes", SHARING),
    _open(models.BarrierKind, "barrier_kinds", SHARING, is_tree=True, known=ASKED_BARRIERS),
    _fixed(models.LinkKind, "link_kinds", WORK),
    _open(models.EvidenceKind, "evidence_kinds", WORK),
    _fixed(models.Urgency, "urgencies", WORK),
    _open(models.EventFormat, "event_formats", WORK),
    _open(models.SessionKind, "session_kinds", WORK),
    _open(models.OutputKind, "output_kinds", WORK, is_tree=True),
    _fixed(models.RecordState, "record_states", WORK),
    _fixed(models.NeedState, "need_states", WORK),
    _fixed(models.FlowState, "flow_states", WORK),
    _fixed(models.IdeaState, "idea_states", WORK),
    _fixed(models.ActionState, "action_states", WORK),
    _fixed(models.RequestState, "request_states", WORK),
)


def vocabulary_of(model) -> Vocabulary:
    """The vocabulary that a class holds. Raises KeyError for a class that is none."""
    return _BY_MODEL[model]


def vocabulary_in(file: str) -> Vocabulary:
    """The vocabulary of a file's name without ending. Raises KeyError for an unknown one."""
    return _BY_FILE[file]


_BY_MODEL = {vocabulary.model: vocabulary for vocabulary in VOCABULARIES}
_BY_FILE = {file: vocabulary for vocabulary in VOCABULARIES for file in vocabulary.files}
