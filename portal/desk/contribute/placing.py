"""Rows whose place is more than the order in which they were written (Moves): as the form shows them, each with the
buttons that move it."""

from dataclasses import dataclass
from typing import Any

MOVE = "move"
"""The name of these buttons; their values say the rows, the number of the line and which way."""


@dataclass(frozen=True)
class Placed:
    """A line: `heading` where it begins a group, the row in `words` ("" of a new one), and `ways`, pairs of the value
    and the words of a button."""

    form: Any
    heading: str
    words: str
    anchor: str
    ways: list[tuple[str, str]]

    @property
    def is_open(self):
        """Whether its fields are in sight at once."""
        return not self.words or bool(self.form.errors)


def placed_in(rows, moves) -> list[Placed]:
    """The lines of a RowsOf in the order of their place, new ones last. To be asked before they are validated, which
    already changes what they stand by."""
    number_of = {id(row): number for number, row in enumerate(rows.stored)}
    found, last = [], None
    for row in moves.in_order(rows.stored):
        number = number_of[id(row)]
        heading, words = moves.words(row)
        ways = [(f"{rows.name}-{number}-{way}", label) for way, label in moves.ways(row, rows.stored, rows.page)]
        shown = heading if heading != last else ""
        found.append(Placed(rows.forms[number], shown, words, anchor_of(rows.name, row), ways))
        last = heading
    return [*found, *(Placed(form, "", "", "", []) for form in rows.forms[len(rows.stored) :])]


def anchor_of(name, row):
    """Where a row stands on the page of its form, also when it was moved."""
    return f"{name}-{row.translation_key.hex[:8]}"


def wanted_in(data, name) -> tuple[int, str] | None:
    """Number and way of the button that was pressed; None where none of the rows with this name was."""
    rows, _dash, rest = (data or {}).get(MOVE, "").partition("-")
    number, _dash, way = rest.partition("-")
    is_number = number.isascii() and number.isdigit() and len(number) < 4
    return (int(number), way) if rows == name and is_number else None
