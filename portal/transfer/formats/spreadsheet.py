"""All rows of a list as a spreadsheet (Office Open XML). A workbook is a packed file with its index at its end, so that
nothing of it can be sent before all is written: rows go to a file on disk one by one, and none stays in memory."""

import re
from tempfile import TemporaryFile

from django.http import FileResponse, HttpResponse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from portal.core.csv_table import is_formula
from portal.transfer.hxl import tag_rows

from .about import about
from .every_row import every_row, first_part
from .notices import say

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767
"""UTF-16 units of a cell: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3"""
LONGEST_NAME = 31
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
BOLD = Font(bold=True)
WIDTH = 24
"""Of a column, in characters."""


def answer(request, source):
    """The file, whole: a sheet of the rows, one that says what they are."""
    first = first_part(source)
    told = about(request, source, first)
    if request.method == "HEAD":
        response = HttpResponse(content_type=CONTENT_TYPE)
        response["Cache-Control"] = "private, no-store"
    else:
        file = TemporaryFile()  # noqa: SIM115 - the answer closes it
        _book(source, told, every_row(request, source, first)).save(file)
        file.seek(0)
        response = FileResponse(file, as_attachment=True, filename=f"{source.name}.xlsx", content_type=CONTENT_TYPE)
    say(response, told.notices)
    return response


def _book(source, told, rows):
    book = Workbook(write_only=True)
    book.properties.title, book.properties.language = plain_text(told.title), told.language
    _write_rows(_sheet(book, sheet_name(told.title) or source.name), source, rows)
    _write_about(_sheet(book, sheet_name(_("About this file"))), told)
    return book


def _sheet(book, name):
    # openpyxl numbers a name that there is already.
    sheet = book.create_sheet(name)
    sheet.sheet_view.rightToLeft = get_language_bidi()
    return sheet


def _write_rows(sheet, source, rows):
    """Names of columns, their HXL tags, and the rows; the lines above the rows stay in sight."""
    tags = list(tag_rows(source.columns))
    sheet.freeze_panes = f"A{2 + len(tags)}"
    for number in range(1, len(source.columns) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    sheet.append([_cell(sheet, label, BOLD) for label in headings(source)])
    for each in tags:
        sheet.append([_cell(sheet, tag) for tag in each])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row.cells])


def _write_about(sheet, told):
    asked = [f"{name}={value}" for name, values in told.query.items() for value in values]
    lines = (
        (_("List"), told.title), (_("Asked for"), "\n".join(asked)), (_("Entries"), str(told.total)),
        (_("Made on"), told.generated_at), (_("Language"), told.language), (_("Terms"), told.terms),
        *((_("Note"), notice) for notice in told.notices),
    )  # fmt: skip
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = WIDTH, 4 * WIDTH
    for label, text in lines:
        sheet.append([_cell(sheet, label, BOLD), _cell(sheet, text)])


def headings(source) -> list[str]:
    """The labels of the columns in the reader's language; where two are alike, each with its name."""
    labels = [str(label) for label in source.labels]
    return [
        label if labels.count(label) == 1 else f"{label} ({name})"
        for label, name in zip(labels, source.columns, strict=True)
    ]


def _cell(sheet, text, font=None):
    """A cell of text, whatever it begins with; nothing where there is none."""
    if not text:
        return None
    cell = WriteOnlyCell(sheet, plain_text(text))
    # openpyxl takes what begins with "=" for a formula, and "#N/A" for an error.
    cell.data_type = "s"
    if is_formula(text):
        # Else a spreadsheet makes it one as soon as somebody edits the cell, and keeps it when saving as CSV.
        cell.quotePrefix = True
    if font:
        cell.font = font
    return cell


def plain_text(text: str) -> str:
    """The text without what XML forbids, its lines ended as XML ends them, no longer than a cell can be: where it is
    cut, it says so at its end."""
    text = NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _units(text) <= LONGEST:
        return text
    note = " … " + _("(cut here: a cell holds no more; the page has all of it)")
    return text.encode("utf-16-le")[: 2 * (LONGEST - _units(note))].decode("utf-16-le", "ignore") + note


def _units(text):
    return len(text.encode("utf-16-le")) // 2


def sheet_name(title: str) -> str:
    """The title as the name of a sheet: 31 characters at most, without those that have a meaning in formulas."""
    return NOT_IN_NAMES.sub(" ", plain_text(title)).replace("\n", " ")[:LONGEST_NAME].strip(" '")
