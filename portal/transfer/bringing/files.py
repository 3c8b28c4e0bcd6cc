"""The three forms of a file that goes out to come in again. Each is written row by row, into a binary file."""

import csv
import io
import json

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from portal.core.csv_table import MARK, is_formula
from portal.transfer.bringing.sheets.comma_separated import guarded
from portal.transfer.formats.spreadsheet import LONGEST, NOT_IN_XML, WIDTH
from portal.transfer.hxl import tag_rows

BOLD = Font(bold=True)


class TooLong(ValueError):
    """A text that no cell of a spreadsheet holds: its words say where it stands, and which form holds it."""


def write_csv(file, kind, names, rows):
    """UTF-8 with a mark, every cell in quotes; a line of HXL tags below the names."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    text.write(MARK)
    writer.writerow(names)
    writer.writerows(tag_rows(names))
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    text.detach()


def write_json(file, kind, names, rows):
    """An object with the kind, and rows by the names of columns, one a line; what is empty is left out."""
    file.write(b'{"kind": %s, "rows": [' % json.dumps(kind.key).encode())
    between = "\n"
    for row in rows:
        filled = {name: cell for name, cell in zip(names, row, strict=True) if cell}
        file.write((between + json.dumps(filled, ensure_ascii=False)).encode())
        between = ",\n"
    file.write(b"\n]}\n")


def write_xlsx(file, kind, names, rows):
    """One sheet of texts: names, HXL tags, rows. Raises TooLong."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(kind.key)
    tags = tag_rows(names)
    sheet.freeze_panes = f"B{2 + len(tags)}"
    for number in range(1, len(names) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    sheet.append([text_cell(sheet, name, BOLD) for name in names])
    for cells in tags:
        sheet.append([text_cell(sheet, cell) for cell in cells])
    for row in rows:
        _require_short(names, row)
        sheet.append([text_cell(sheet, cell) for cell in row])
    book.save(file)


def text_cell(sheet, text, font=None):
    """A cell of text, whatever it begins with; nothing where there is none."""
    if not text:
        return None
    cell = WriteOnlyCell(sheet, NOT_IN_XML.sub("", text))
    # openpyxl takes what begins with "=" for a formula, and "#N/A" for an error.
    cell.data_type = "s"
    if is_formula(text):
        # Else a spreadsheet makes it one as soon as somebody edits the cell.
        cell.quotePrefix = True
    if font:
        cell.font = font
    return cell


def _require_short(names, row):
    for name, text in zip(names, row, strict=True):
        if len(text.encode("utf-16-le")) // 2 > LONGEST:
            facts = {"code": row[0], "column": name}
            sentence = _("%(code)s: what stands in “%(column)s” is too long for a spreadsheet. Take CSV or JSON.")
            raise TooLong(sentence % facts)


FORMS = {"csv": write_csv, "xlsx": write_xlsx, "json": write_json}
"""By what a file's name ends in."""
