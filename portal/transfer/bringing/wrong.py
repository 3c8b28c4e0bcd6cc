"""What is wrong in a file: a sentence for each cell, all of them at once."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHOWN = 80
"""Characters of a wrong value that are said again."""
ISOLATED, ISOLATED_END = "\u2068", "\u2069"
"""Around words that keep their own direction."""


class Unreadable(ValidationError):
    """The file as a whole cannot be read as a table: its one sentence says why, and what would be right."""


class Refused(Exception):
    """A cell does not say what its column can hold: `why`, and what is `allowed`."""

    def __init__(self, why, allowed=""):
        super().__init__(why)
        self.why, self.allowed = str(why), str(allowed)


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong: in which row (the number that a spreadsheet shows; 0 for the file), column and value,
    why, and what would be right ("" where `why` says it)."""

    row: int
    column: str
    value: str
    why: str
    allowed: str = ""

    @property
    def shown(self) -> str:
        """The value as it can be printed: in one line, without what is not seen."""
        words = " ".join("".join(sign if sign.isprintable() else " " for sign in self.value).split())
        return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        facts = {"row": self.row, "column": self.column}
        if self.row and self.column:
            return _("Row %(row)d, column “%(column)s”") % facts
        if self.row:
            return _("Row %(row)d") % facts
        return _("Column “%(column)s”") % facts if self.column else _("The file")

    def __str__(self):
        value = f" “{ISOLATED}{self.shown}{ISOLATED_END}”" if self.shown else ""
        return " ".join(filter(None, (f"{self.place}:{value}", self.why, self.allowed)))


def in_order(wrong):
    """A list of Wrong by row, as they were found within each."""
    return sorted(wrong, key=lambda each: each.row)
