"""Flows of the first content, as unsaved pages; the platform and the holding that they name when those have a row."""

from portal.taxonomy.models import BarrierKind, DataKind, FlowState, LinkageMethod, UpdateFrequency
from practices.platforms.models import FlowBarrier, FlowPage

from .names import Reader
from .places import countries_of
from .sources import READ, sources_of
from .wording import paragraphs

FIELDS_OF = {
    "data_kinds": ("data_kinds",),
    "from": ("giver",),
    "method": ("method",),
    "state": ("state",),
    "to": ("taker",),
    "via": ("through",),
}
"""What the file calls a field that the editors inferred → the field where it is marked as unconfirmed."""
FILES = {"cs": "case_studies", "pl": "platforms", "ho": "holdings"}
"""By the beginning of an id, the file of an entry that tells of a flow."""


def flow(part, names):
    """The unsaved FlowPage of an entry; its sources are those of the entries that tell of it."""
    for name in ("case_study", "via"):
        part.value(name, names.ids({"case_study": "case_studies", "via": "platforms"}[name]))
    part.value("confidence", READ)
    return FlowPage(
        source_id=part.id,
        title=part.text("title", 255),
        countries=countries_of(part),
        data_kinds=part.terms("data_kinds", DataKind),
        giver=part.value("from", names.organisations),
        giver_note=part.text("from_note", 200),
        taker=part.value("to", names.organisations),
        taker_note=part.text("to_note", 200),
        two_way=bool(part.values.get("two_way")),
        state=part.term("state", FlowState),
        state_note=part.text("state_note", 300),
        as_of=part.year("as_of"),
        method=part.term("method", LinkageMethod),
        frequency=part.term("frequency", UpdateFrequency),
        frequency_note=part.text("frequency_note", 200),
        technical_note=paragraphs(part.text("technical_note")),
        institutional_note=paragraphs(part.text("institutional_note")),
        barriers=[_barrier(row) for row in part.parts("barriers")],
        sources=_sources(part, names),
        unconfirmed_fields=part.unconfirmed(FIELDS_OF),
    )


def name_platform(page, part, names):
    """Names the platform that the data go through and the holding that they come out of."""
    page.through = names.records.get(part.values.get("via"))
    page.holding = next((names.records.get(each) for each in part.list("stated_in") if each.startswith("ho-")), None)


def _barrier(row):
    return FlowBarrier(kind=row.term("kind", BarrierKind), text=row.text("text"))


def _sources(part, names):
    """Those of each entry that tells of the flow, each once."""
    sources = {}
    for name in part.list("stated_in"):
        entries = {each.id: each for each in names.parts(FILES.get(name[:2], "case_studies"))}
        if entry := part.among("stated_in", name, entries):
            sources |= {(source.title, source.url): source for source in sources_of(entry)}
    return list(sources.values())


FLOWS = Reader("flows", flow, name_platform)
