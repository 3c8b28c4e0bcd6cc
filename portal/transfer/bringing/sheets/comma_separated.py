"""CSV: in UTF-8, or UTF-16 with its mark; divided by commas, semicolons or tabs."""

import csv
import io

from django.utils.translation import gettext as _

from portal.core.csv_table import is_formula
from portal.transfer.bringing.wrong import Unreadable, Wrong

from .table import MOST_WRONG, Limits, Table, table_of

DIVIDERS = ",;\t"
FORMULA = ("=", "＝")
GUESSES = ("cp1256", "cp1252")
"""Of what is no UTF-8 the words are shown as Arabic and as Western code pages have them; they are not believed: the
same bytes are letters in both."""


def read(data: bytes, limits: Limits) -> Table:
    """The Table of a CSV file. Raises Unreadable for another encoding, and for what cannot be divided into cells."""
    text = _decoded(data)
    wrong = []
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_divider(text), strict=True)
    try:
        return _with(wrong, table_of(_numbered(rows, wrong), limits))
    except csv.Error as refused:
        sentence = _("Line %(line)d cannot be divided into cells: quotes are left open, or a cell is too long.")
        raise Unreadable(sentence % {"line": rows.line_num}) from refused


def unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula (`guarded`)."""
    return cell[1:] if cell.startswith("'") and is_formula(cell.lstrip("'")) else cell


def guarded(text: str) -> str:
    """A text as a cell that no spreadsheet runs. One that looks as if it were guarded already gets one apostrophe more,
    so that each comes back as it was."""
    return f"'{text}" if is_formula(text.lstrip("'")) else text


def _with(wrong, table):
    table.wrong[:0] = wrong
    return table


def _numbered(rows, wrong):
    for number, cells in enumerate(rows, 1):
        for cell in cells:
            if cell.startswith(FORMULA) and len(wrong) < MOST_WRONG:
                wrong.append(Wrong(number, "", cell, formula_in_text()))
        yield number, [_clean(cell) for cell in cells]


def formula_in_text():
    """Why a cell of a CSV that begins as a formula is refused."""
    return _("It begins as a formula. Write the value itself; before a text that begins so, write an apostrophe (').")


def _clean(cell):
    return unguarded(cell.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(data):
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _as(data, encoding)
    return _as(data, "utf-8")


def _as(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as refused:
        line = data[: refused.start].count(b"\n") + 1
        sentence = _("Line %(line)d is not in UTF-8: it could be “%(one)s” or “%(other)s”. %(what)s")
        one, other = (_around(data, refused.start, guess) for guess in GUESSES)
        what = _("Save it as “CSV UTF-8”, or as XLSX.")
        raise Unreadable(sentence % {"line": line, "one": one, "other": other, "what": what}) from refused


def _around(data, place, encoding):
    """The words around a byte, as another encoding would have them."""
    begin = max(place - 12, data.rfind(b"\n", 0, place) + 1)
    words = data[begin : place + 12].decode(encoding, "replace").splitlines()[0]
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())


def _divider(text):
    """The sign that divides the first line into most cells."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DIVIDERS, key=lambda sign: _cells(first, sign))


def _cells(line, sign):
    try:
        return len(next(csv.reader([line], delimiter=sign), ()))
    except csv.Error:
        return 0
