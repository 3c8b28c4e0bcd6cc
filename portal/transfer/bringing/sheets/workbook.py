"""XLSX: the one sheet that holds entries, cell by cell, as texts. Formulas, errors and merged cells are wrong, each by
its place."""

from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from portal.transfer.bringing.wrong import Unreadable, Wrong

from .archive import look_through
from .table import MOST_COLUMNS, MOST_WRONG, Limits, Table, table_of

UNREADABLE = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, OSError, SyntaxError)
"""What openpyxl raises, by way of its parsers, for parts that are not as they should be."""
GUIDANCE, LISTS = "guidance", "lists"
OURS = (GUIDANCE, LISTS)
"""Sheets of the template beside that of the entries."""


def read(data: bytes, limits: Limits) -> Table:
    """The Table of the sheet with entries. Raises Unreadable for what is no workbook, or does not say which sheet."""
    looked = look_through(data, limits)
    try:
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
        sheet = _sheet(book)
        wrong = [_merged(ref) for ref in looked.merged.get(sheet._worksheet_path, ())][:MOST_WRONG]
        # What a file says of its own size is not believed.
        sheet.reset_dimensions()
        table = table_of(_rows(sheet, limits, wrong), limits)
    except UNREADABLE as refused:
        sentence = _("The file is damaged, or no XLSX file. Open it in a spreadsheet, and save it as XLSX again.")
        raise Unreadable(sentence) from refused
    table.wrong[:0] = _named(wrong, table.header)
    return table


def _sheet(book):
    """The sheet with entries: what else holds anything must be of our template. Raises Unreadable otherwise."""
    sheets = [sheet for sheet in book.worksheets if sheet.title not in OURS]
    hidden = [sheet for sheet in sheets if sheet.sheet_state != "visible"]
    if hidden:
        names = ", ".join(f"“{sheet.title}”" for sheet in hidden)
        raise Unreadable(_("There are hidden sheets: %s. Delete them, or show them.") % names)
    filled = [sheet for sheet in sheets if _holds_anything(sheet)]
    if len(filled) > 1:
        names = ", ".join(f"“{sheet.title}”" for sheet in filled)
        raise Unreadable(_("Several sheets hold something: %s. Keep the entries in one, delete the others.") % names)
    if not filled:
        raise Unreadable(_("The file is empty. The first row must hold the names of columns."))
    return filled[0]


def _holds_anything(sheet):
    sheet.reset_dimensions()
    return any(cell is not None for row in sheet.iter_rows(max_row=50, values_only=True) for cell in row)


def _rows(sheet, limits, wrong):
    most = limits.most_rows * 2 + 10
    for number, row in enumerate(sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS + 1), 1):
        yield number, [_text(cell, number, place, wrong) for place, cell in enumerate(row)]


def _text(cell, number, place, wrong):
    """A cell as text; of what is no value nothing, and a Wrong with the number of its column."""
    if cell is None or cell.value is None:
        return ""
    value = cell.value
    if cell.data_type == "f" or not isinstance(value, str | int | float | date | time | timedelta):
        return _refused(
            wrong, number, place, str(getattr(value, "text", value)), _("Write the value itself, not a formula.")
        )
    if cell.data_type == "e":
        return _refused(wrong, number, place, str(value), _("This is an error of the spreadsheet, not a value."))
    return written(value)


def written(value) -> str:
    """The value of a cell as text: dates as ISO 8601 has them, whole numbers without a point."""
    match value:
        case bool():
            return "yes" if value else "no"
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case time():
            return value.isoformat(timespec="minutes")
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case str():
            return value.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return str(value)


def _refused(wrong, number, place, value, why):
    if len(wrong) < MOST_WRONG:
        wrong.append(Wrong(number, get_column_letter(place + 1), value, why))
    return ""


def _merged(ref):
    first = ref.split(":")[0]
    row = int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return Wrong(row, first.rstrip("0123456789"), ref, _("These cells are merged: a table has one value in each."))


def _named(wrong, header):
    """The same with the names of columns in the place of their letters, where they have one."""
    names = {get_column_letter(number): name for number, name in enumerate(header, 1) if name}
    return [Wrong(each.row, names.get(each.column, each.column), each.value, each.why, each.allowed) for each in wrong]
