"""Participants as a spreadsheet: the template to fill in, and what stands in one that was sent.

A sheet is data: formulas are refused, never reckoned and never repeated; a file that would unpack to more than a list
of people can be is not opened.
"""

import lzma
import zlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from events.attending.unpacked import TooMuch, unpacked

COLUMNS = ("name", "email", "organisation", "role", "consent")
"""The first row: the same in every language."""
MOST_ROWS = 1000
MOST_BYTES = 1024 * 1024
SHOWN = 60
"""Characters of a value that is repeated."""
UNREADABLE = (
    BadZipFile, LookupError, ValueError, TypeError, AttributeError, OSError, EOFError, SyntaxError, zlib.error,
    lzma.LZMAError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What the library raises, somewhere inside, for a file that is none of its kind."""


@dataclass(frozen=True)
class Line:
    """One row of the sheet: its number as the spreadsheet shows it, and its texts by column."""

    number: int
    texts: dict[str, str]


@dataclass(frozen=True)
class Wrong:
    """What is wrong with one cell, and what would be right."""

    row: int
    column: str
    value: str
    right: str


def template(roles) -> bytes:
    """The file to fill in: the first row, and on a second sheet what may stand in its columns. `roles` are words."""
    book = Workbook()
    sheet = book.active
    sheet.title = "participants"
    sheet.append(COLUMNS)
    sheet.freeze_panes = "A2"
    for cell, width in zip(sheet[1], (30, 34, 40, 24, 12), strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    notes = book.create_sheet("what to write")
    for row in _explained(roles):
        notes.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read_sheet(file) -> tuple[list[Line], list[Wrong]]:
    """The Lines of a file that was sent, and the cells that hold formulas. Raises ValidationError, with one sentence,
    for what is no such file, is too large, or has other columns."""
    rows = _rows(file)
    head = [str(cell.value or "").strip().lower() for cell in next(rows, ())]
    missing = [name for name in COLUMNS if name not in head]
    if missing:
        facts = {"missing": ", ".join(missing), "columns": ", ".join(COLUMNS)}
        raise ValidationError(_("The first row lacks: %(missing)s. It must hold: %(columns)s.") % facts)
    places = {name: head.index(name) for name in COLUMNS}
    lines, wrong = [], []
    for number, row in enumerate(rows, start=2):
        cells = {name: row[place] if place < len(row) else None for name, place in places.items()}
        texts = {name: _text(cell) for name, cell in cells.items()}
        wrong += [_formula(number, name) for name, cell in cells.items() if _is_formula(cell)]
        if any(texts.values()):
            lines.append(Line(number, texts))
        if len(lines) > MOST_ROWS:
            raise ValidationError(_("At most %d rows at once.") % MOST_ROWS)
    return lines, wrong


def _rows(file):
    if file.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than 1 MB: send the list alone."))
    try:
        sheet = load_workbook(unpacked(file.read()), read_only=True, keep_links=False).worksheets[0]
        # What a file says of its own size is not believed.
        sheet.reset_dimensions()
        yield from sheet.iter_rows(max_row=MOST_ROWS * 2, max_col=30)
    except TooMuch as refused:
        raise ValidationError(_("The file unpacks to too much: send the list alone.")) from refused
    except UNREADABLE as refused:
        sentence = _("This is no spreadsheet of the kind XLSX. Fill in the template, and send that.")
        raise ValidationError(sentence) from refused


def _text(cell):
    """A cell as people read it, on one line; of a formula nothing."""
    if cell is None or cell.value is None or _is_formula(cell):
        return ""
    return " ".join(str(cell.value).split())


def _is_formula(cell):
    return cell is not None and cell.data_type == "f"


def _formula(number, name):
    return Wrong(number, name, _("(a formula)"), _("Write the value itself, not a formula."))


def _explained(roles):
    yield ("name", _("First name and family name."))
    yield ("email", _("May be empty. Each address counts once."))
    yield ("organisation", _("Its name, abbreviation or code in the portal; else its name in words."))
    yield ("role", ", ".join(str(role) for role in roles))
    yield ("consent", _("“yes” for who agreed that members of the portal see the name; else empty, or “no”."))
