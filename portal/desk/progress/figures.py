"""Which figures there are, and what a cell of their table holds."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext_lazy as _


class Figure(StrEnum):
    """What is counted. Fictional and illustrative entries never are."""

    LISTED = "holdings-listed"
    CONFIRMED = "holdings-confirmed"
    MET = "needs-met"
    AGREED = "flows-agreed"
    RUNNING = "flows-running"
    COMPLETED = "ideas-completed"
    DONE = "actions-done"
    LATE = "actions-late"
    CARRIED = "actions-carried-over"


LABELS = {
    Figure.LISTED: _("Data holdings listed"),
    Figure.CONFIRMED: _("Data holdings confirmed"),
    Figure.MET: _("Needs met"),
    Figure.AGREED: _("Flows agreed"),
    Figure.RUNNING: _("Flows running"),
    Figure.COMPLETED: _("Ideas completed"),
    Figure.DONE: _("Actions done"),
    Figure.LATE: _("Actions late"),
    Figure.CARRIED: _("Actions carried over"),
}


@dataclass(frozen=True)
class Cell:
    """One figure: the identity keys of the entries behind it; `keys` is None where it is not known. `since` is the day
    since which it is counted, where that is not from the beginning."""

    figure: Figure
    keys: frozenset[UUID] | None
    since: date | None = None

    @property
    def label(self):
        return LABELS[self.figure]

    @property
    def count(self) -> int | None:
        return None if self.keys is None else len(self.keys)


@dataclass(frozen=True)
class Row:
    """The figures of a quarter or of an event: `key` is how addresses call it (2026-Q4, EV-7K3M)."""

    key: str
    label: str
    cells: list[Cell]
    url: str = ""
    lang: str = ""

    def cell(self, figure) -> Cell:
        """The Cell of a Figure."""
        return next(each for each in self.cells if each.figure == figure)
