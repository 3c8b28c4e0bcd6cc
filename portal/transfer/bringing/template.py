"""The workbook that one fills in: names of columns in the reader's language, drop-downs of what may stand in them, an
example, and a sheet that says what each column is for."""

import re

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from portal.records.short_forms import name_of
from portal.transfer.bringing.columns.layout import headings, layout_of
from portal.transfer.bringing.columns.rows import RowsColumn
from portal.transfer.bringing.columns.state import ACCESS, CODE
from portal.transfer.bringing.planning import EXAMPLE
from portal.transfer.bringing.sheets.workbook import GUIDANCE, LISTS
from portal.transfer.formats.spreadsheet import sheet_name
from portal.transfer.hxl import tag_rows

BOLD, SOFT = Font(bold=True), Font(italic=True, color="666666")
WIDTH, LAST_ROW = 24, 1_000
OFFERED = 250
"""Choices of a column that a drop-down shows."""
QUOTED = re.compile("“([^”]{3,120})”")


def template_for(kind, known) -> Workbook:
    """The workbook for members who add entries of a kind; `known` is what they may name."""
    columns = layout_of(kind, is_admin=False)
    book = Workbook()
    sheet = book.active
    sheet.title = sheet_name(str(kind.label_plural))
    lists, guidance = book.create_sheet(LISTS), book.create_sheet(GUIDANCE)
    lists.sheet_state = "hidden"
    _write_entries(sheet, kind, columns, known)
    for number, column in enumerate(columns, 1):
        if choices := column.cell.choices(known):
            _offer(
                sheet, lists, number, [key for key, _label in choices], is_one=not hasattr(column.cell.empty, "__len__")
            )
    _write_guidance(guidance, kind, columns, known)
    for each in (sheet, guidance):
        each.sheet_view.rightToLeft = get_language_bidi()
    return book


def _write_entries(sheet, kind, columns, known):
    names = [column.name for column in columns]
    rows = [headings(columns), *tag_rows(names), [_example(column, kind, known) for column in columns]]
    for row in rows:
        sheet.append(list(row))
    sheet.freeze_panes = sheet.cell(len(rows), 2)
    for number in range(1, len(columns) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
        sheet.cell(1, number).font = BOLD
        for row in range(2, len(rows) + 1):
            sheet.cell(row, number).font = SOFT
            # What begins like a formula is a text, also once somebody edits it.
            sheet.cell(row, number).number_format = "@"
            sheet.cell(row, number).data_type = "s" if sheet.cell(row, number).value else "n"


def _offer(sheet, lists, number, keys, *, is_one):
    """A drop-down; of a column that takes several what is typed is not refused."""
    letter = get_column_letter(number)
    for row, key in enumerate(keys, 1):
        lists.cell(row, number, key)
    rule = DataValidation("list", f"={quote_sheetname(LISTS)}!${letter}$1:${letter}${len(keys)}", allow_blank=True)
    rule.showErrorMessage = is_one
    sheet.add_data_validation(rule)
    rule.add(f"{letter}3:{letter}{LAST_ROW}")


def _write_guidance(sheet, kind, columns, known):
    sheet.append(
        [_("Column"), _("Name for programs"), _("Needed"), _("What to write"), _("What it is for"), _("Allowed")]
    )
    needed = _needed(kind)
    for column, heading in zip(columns, headings(columns), strict=True):
        allowed = "\n".join(f"{key}: {label}" for key, label in column.cell.choices(known)[:OFFERED])
        is_needed = _("yes") if column.name in needed else ""
        sheet.append([heading, column.name, is_needed, column.cell.guidance(), str(column.help_text), allowed])
    for letter, width in zip("ABCDEF", (30, 24, 10, 60, 60, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = BOLD
    sheet.freeze_panes = "B2"


def _needed(kind):
    """The names of columns without which a row is not sent."""
    names = {column.name for column in layout_of(kind) if column.cell.is_needed} | {"title", *kind.short.needed}
    asked = [[name_of(part) for part in question] for screen in kind.short.screens for question in screen]
    return names | {name for question in asked if names & set(question) & set(kind.short.own) for name in question}


def _example(column, kind, known):
    """What stands in the example: of what the short form asks for a choice, or the example beside the question."""
    fixed = {
        CODE: EXAMPLE, "title": _("Example: %s") % kind.label, "summary": _("One or two plain sentences."),
        "names_person": "no", "names_place": "no", "tells_unpublished": "no", "listed_to": "members",
        "details_to": "members",
    }  # fmt: skip
    if column.name in fixed:
        return fixed[column.name]
    if column.name in ACCESS or column.name not in kind.short.names() or isinstance(column, RowsColumn):
        return None
    if choices := column.cell.choices(known):
        # What is not needed may stand in the way of something else.
        return choices[0][0] if column.name in kind.short.needed else None
    found = QUOTED.search(str(column.help_text))
    return found[1] if found else None
