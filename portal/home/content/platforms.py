"""Platforms of the first content, as unsaved pages; their bridges when all of them have a row."""

from portal.records.models import RecordOrganisation
from portal.taxonomy.models import AccessMethod, BarrierKind, FileFormat, LinkageMethod, ParticipantRole
from practices.platforms.enums import BridgeState, Direction
from practices.platforms.models import PlatformBridge, PlatformLimitation, PlatformPage

from .names import Reader
from .places import countries_of
from .sources import READ, sources_of
from .wording import paragraphs

FIELDS_OF = {
    "access_method": ("access_method",),
    "api": ("api",),
    "bridges.method": ("bridges",),
    "bridges.state": ("bridges",),
    "export_formats": ("formats",),
    "kind": ("family",),
    "limitations.kind": ("limitations", "limitation_kinds"),
}
"""What the file calls a field that the editors inferred → the fields where it is marked as unconfirmed."""
RUNS, WORKS_WITH = "host", "partner"
"""The parts of its owner and of the partners: who owns the data inside is another matter."""
WORDS = {"concept_note": "Concept note of the workshop of 2019", "editorial": "Editors of this portal"}
"""What the file codes of who reports a limit; all else it says in words."""

NO_BRIDGE = "none known"
"""So begins what is said of two platforms between which there is no bridge."""


def platform(part, names):
    """The unsaved PlatformPage of an entry."""
    holds = part.text("holds", 300)
    part.value("confidence", READ)
    return PlatformPage(
        source_id=part.id,
        title=part.text("name", 255),
        summary=holds,
        holds=paragraphs(holds),
        family=part.text("kind", 80),
        countries=countries_of(part),
        organisations=_organisations(part, names.organisations),
        owner_note=part.text("owner_note", 200),
        access_method=part.term("access_method", AccessMethod),
        other_access_methods=part.terms("other_access_methods", AccessMethod),
        access_note=part.text("access_note", 300),
        formats=part.terms("export_formats", FileFormat),
        formats_note=part.text("export_formats_note", 200),
        api=part.text("api", 300),
        website=part.text("url", 500),
        limitations=[_limitation(row) for row in part.parts("limitations")],
        sources=sources_of(part),
        unconfirmed_fields=part.unconfirmed(FIELDS_OF),
    )


def build_bridges(page, part, names):
    """The bridges of a platform to others of the file."""
    ids = names.ids("platforms")
    rows = [row for row in part.parts("bridges") if not row.text("how", 300).startswith(NO_BRIDGE)]
    page.bridges = [_bridge(row, names.records.get(row.value("to", ids))) for row in rows]


def _organisations(part, organisations):
    roles = part.reading.terms_of(ParticipantRole)
    owner = part.value("owner", organisations)
    parts = [(owner, RUNS)] if owner else []
    parts += [(each, WORKS_WITH) for each in part.values_in("partners", organisations)]
    return [RecordOrganisation(organisation=each, role=roles[role]) for each, role in parts]


def _limitation(row):
    basis = row.text("basis", 200)
    return PlatformLimitation(
        kind=row.term("kind", BarrierKind), text=row.text("text"), reported_by=WORDS.get(basis, basis)
    )


def _bridge(row, to):
    return PlatformBridge(
        to=to,
        how=row.text("how", 300),
        method=row.term("method", LinkageMethod),
        direction=row.value("direction", {each.value: each for each in Direction}) or Direction.OUT,
        state=row.value("state", {each.value: each for each in BridgeState}) or BridgeState.IDEA,
    )


PLATFORMS = Reader("platforms", platform, build_bridges)
