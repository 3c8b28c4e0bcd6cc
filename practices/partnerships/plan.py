"""The plan of an idea: its steps, and which is next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from portal.directory.models import Organisation


@dataclass(frozen=True)
class PlannedStep:
    """A step; `key` stays the same over the versions and languages of the page."""

    key: UUID
    text: str
    organisation: Organisation | None
    due_on: date | None
    done_on: date | None

    @property
    def is_done(self):
        return self.done_on is not None


def plan_of(page) -> list[PlannedStep]:
    """The PlannedSteps of an IdeaPage, in their order."""
    return [
        PlannedStep(row.translation_key, row.text, row.organisation, row.due_on, row.done_on)
        for row in page.steps.all()
    ]


def next_due(steps) -> date | None:
    """The day of the earliest step that is not done; None where none has a day."""
    return min((step.due_on for step in steps if step.due_on and not step.is_done), default=None)
