"""Data holdings of the first content, as unsaved pages. No consent and no ladder is made up for anybody."""

import re

from portal.records.models import RecordOrganisation, RecordSource
from portal.taxonomy.models import (
    AccessMethod,
    AgreementKind,
    DataKind,
    DecisionPurpose,
    FileFormat,
    GeographyLevel,
    Licence,
    ParticipantRole,
    Sector,
    Sensitivity,
    Standard,
    UpdateFrequency,
)
from practices.holdings.enums import Basis, Consent
from practices.holdings.models import DataHoldingPage, HoldingUse

from .ladders import ladder_of
from .names import Reader
from .places import countries_of
from .sources import READ, sources_of
from .wording import paragraphs

FIELDS_OF = {
    "access_method": ("access_method",),
    "data_kinds": ("data_kinds",),
    "data_sensitivity": ("data_sensitivity",),
    "finest_geography": ("finest_level",),
    "formats": ("formats",),
    "platform": ("platform", "platform_note"),
    "sectors": ("sectors",),
    "sensitivity_reason": ("assessed_why",),
    "standards": ("standards",),
    "update_frequency": ("update_frequency",),
    "useful_for": ("uses",),
}
"""What the file calls a field that the editors inferred → the fields where it is marked as unconfirmed."""
YEARS = re.compile(r"(?:since )?(\d{4})(?:-(\d{4}))?")
CONSENTS, BASES = ({each.value: each for each in choices} for choices in (Consent, Basis))
ASKED = {False: Consent.NOT_ASKED, True: Consent.ASKED}


def holding(part, names):
    """The unsaved DataHoldingPage of an entry."""
    part.value("confidence", READ)
    return DataHoldingPage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=part.text("summary", 300),
        countries=countries_of(part),
        coverage=part.term("coverage", GeographyLevel),
        sectors=part.terms("sectors", Sector),
        organisations=_organisations(part, names.organisations),
        owner_note=part.text("data_owner_note", 300),
        ladder=ladder_of(part),
        uses=[_use(row) for row in part.parts("useful_for")],
        sources=[*_reservation(part), *sources_of(part)],
        unconfirmed_fields=_unconfirmed(part),
        **_content(part, names),
        **_years(part),
        **_consent(part),
        **_access(part),
    )


def point_at_platform(page, part, names):
    """Points at the platform's own entry where there is one; until then its name stands in words."""
    platform = names.records.get(part.values.get("platform"))
    if platform:
        page.platform, page.platform_note = platform, ""


def _organisations(part, organisations):
    """Who keeps the data, with further keepers, and who owns them."""
    roles = part.reading.terms_of(ParticipantRole)
    keepers = [part.value("organisation", organisations), *part.values_in("other_organisations", organisations)]
    owners = part.values_in("data_owners", organisations)
    words = part.text("organisation_note", 200)
    return [
        *_rows(keepers[:1], roles["data_custodian"], words),
        *_rows(keepers[1:], roles["data_custodian"]),
        *_rows(owners, roles["data_owner"]),
    ]


def _rows(organisations, role, words=""):
    return [RecordOrganisation(organisation=each, role=role, named_as=words) for each in organisations if each]


def _content(part, names):
    return {
        "data_kinds": part.terms("data_kinds", DataKind),
        "data_note": part.text("data_kinds_note", 300),
        "finest_level": part.term("finest_geography", GeographyLevel),
        "level_note": part.text("finest_geography_note", 300),
        "unit_of_record": part.text("unit_of_record", 200),
        "update_frequency": part.term("update_frequency", UpdateFrequency),
        "frequency_note": part.text("update_frequency_note", 300),
        "last_updated_on": part.day("last_updated_on"),
        "platform_note": part.value("platform", names.texts("platforms", "name")) or "",
        "formats": part.terms("formats", FileFormat),
        "standards": part.terms("standards", Standard),
        "standards_note": "; ".join(part.list("standards_note")),
        "not_to_be_used_for": paragraphs(part.text("not_to_be_used_for")),
    }


def _years(part):
    """The years where the period is nothing else, else its words."""
    period = part.text("period", 300)
    found = YEARS.fullmatch(period)
    if not found:
        return {"period_note": period}
    first, last = found.groups()
    is_open = period.startswith("since")
    return {"from_year": int(first), "to_year": int(last) if last else None if is_open else int(first)}


def _consent(part):
    consent = part.value("owner_consent", CONSENTS) or ASKED[bool(part.values.get("owner_asked"))]
    return {
        "basis": part.value("basis_to_list", BASES) or "",
        "owner_consent": consent,
        "owner_consent_on": part.day("owner_consent_on"),
        "owner_consent_by": part.text("owner_consent_by", 200),
        "owner_consent_until": part.day("owner_consent_until"),
        "data_sensitivity": part.term("data_sensitivity", Sensitivity),
        "assessed_by": part.text("sensitivity_basis", 200),
        "assessed_on": part.day("assessed_on"),
        "assessed_why": part.text("sensitivity_reason", 300),
    }


def _access(part):
    return {
        "access_method": part.term("access_method", AccessMethod),
        "other_access_methods": part.terms("other_access_methods", AccessMethod),
        "access_note": part.text("access_note", 300),
        "required_agreement": part.term("required_agreement", AgreementKind),
        "request_address": part.text("request_address", 300),
        "usual_answer_days": part.values.get("usual_answer_days"),
        "data_licence": part.term("licence", Licence),
        "licence_note": part.text("licence_note", 300),
        "data_url": part.text("data_url", 500),
    }


def _use(row):
    return HoldingUse(
        sector=row.term("sector", Sector),
        decision=row.term("decision", DecisionPurpose),
        note=row.text("decision_note", 300),
    )


def _reservation(part):
    """What the editors hold against listing it, as the first of its sources."""
    note = part.text("basis_note", 300)
    return [RecordSource(title=note)] if note else []


def _unconfirmed(part):
    return list(dict.fromkeys(name for names in part.values_in("inferred_fields", FIELDS_OF) for name in names))


HOLDINGS = Reader("holdings", holding, point_at_platform)
