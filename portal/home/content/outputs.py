"""Outputs of the first content, as unsaved pages; the event that they came out of when it has a row."""

from events.outputs.enums import What
from events.outputs.models import OutputPage
from portal.taxonomy.models import BarrierKind, DataKind, OutputKind, Sector

from .events import FILE, key_of
from .names import Reader
from .places import countries_of
from .sources import sources_of
from .wording import paragraphs

KINDS = {each.value: each.value for each in What}


def output(part, names):
    """The unsaved OutputPage of an entry."""
    rows = _rows(names)
    return OutputPage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=part.text("summary", 300),
        what=part.value("what", KINDS) or What.FINDING,
        text=paragraphs(part.text("text")),
        session=part.value("session", rows["agenda"]),
        question=part.value("question", rows["key_questions"]),
        barrier_kind=part.term("barrier_kind", BarrierKind),
        output_kind=part.term("kind", OutputKind),
        countries=countries_of(part),
        sectors=part.terms("sectors", Sector),
        data_kinds=part.terms("data_kinds", DataKind),
        sources=sources_of(part),
    )


def name_event(page, part, names):
    """Names the event that it came out of."""
    page.event = names.records.get(part.value("event", names.ids(FILE)))


def _rows(names):
    """By the name of the rows of an event, the keys of these by their ids."""
    found = {"agenda": {}, "key_questions": {}}
    for event in names.parts(FILE):
        for name, keys in found.items():
            keys |= {row.values["id"]: key_of(row.values["id"]) for row in event.parts(name) if row.values.get("id")}
    return found


OUTPUTS = Reader("outputs", output, name_event)
