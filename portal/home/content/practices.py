"""Practices of the first content, as unsaved pages."""

from portal.records.models import RecordSource
from portal.taxonomy.models import BarrierKind, RecordState, Sector, Standard
from practices.models import PracticePage, PracticePrecondition, PracticeRisk, PracticeStep

from .names import Reader
from .places import countries_of
from .sources import sources_of
from .wording import paragraphs, shortened

EDITORIAL = ("problem", "when_to_use", "steps", "preconditions", "risks", "answers_barriers")
"""The editors wrote these from the cases: unconfirmed until practitioners have reviewed them."""


def practice(part, names):
    """The unsaved PracticePage of an entry; the cases that prove it link to it (case_studies.link)."""
    part.term("status", RecordState)
    part.values_in("evidence", names.ids("case_studies"))
    problem = part.text("problem")
    return PracticePage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=part.text("summary", 300) or (problem if len(problem) <= 300 else shortened(problem, 300)),
        countries=countries_of(part),
        sectors=part.terms("sectors", Sector),
        problem=paragraphs(problem),
        when_to_use=paragraphs(part.text("when_to_use")),
        when_not=paragraphs(part.text("when_not")),
        safeguards=paragraphs(part.text("safeguards")),
        steps=[PracticeStep(text=text) for text in part.list("steps")],
        preconditions=[PracticePrecondition(text=text) for text in part.list("preconditions")],
        risks=[PracticeRisk(text=text) for text in part.list("risks")],
        standards=part.terms("standards", Standard),
        standards_note="; ".join(part.list("standards_note")),
        answers_barriers=part.terms("addresses_barriers", BarrierKind),
        sources=[*_basis(part), *sources_of(part)],
        unconfirmed_fields=[name for name in EDITORIAL if part.text("status_note")],
    )


def _basis(part):
    """What the text itself rests on, as the first of its sources."""
    note, confidence = part.text("status_note", 300), part.text("confidence", 120)
    return [RecordSource(title=note[:1].upper() + note[1:], confidence=confidence)] if note else []


PRACTICES = Reader("practices", practice)
