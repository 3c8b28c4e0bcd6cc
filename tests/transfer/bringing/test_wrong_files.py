"""Files that are no table, or hold what no table should: each is refused in one clear sentence."""

import io
import struct
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.worksheet.formula import ArrayFormula

from portal.transfer.bringing.sheets import FOR_MEMBERS, Limits
from portal.transfer.bringing.wrong import Unreadable
from tests.transfer.bringing.files import as_csv, as_json, as_xlsx, table

ROWS = (["title", "summary"], ["Schools", "All of them."])


def zipped(**parts):
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def with_part(name, content=b"x", data=None):
    """A workbook with one more part."""
    file = io.BytesIO(data or as_xlsx(*ROWS))
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def without_part(name):
    source, file = ZipFile(io.BytesIO(as_xlsx(*ROWS))), io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for each in source.namelist():
            if each != name:
                archive.writestr(each, source.read(each))
    return file.getvalue()


def locked():
    """An archive whose parts say that they are encrypted."""
    data = bytearray(as_xlsx(*ROWS))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            flags = struct.unpack_from("<H", data, place + offset)[0]
            struct.pack_into("<H", data, place + offset, flags | 1)
            place = data.find(mark, place + 4)
    return bytes(data)


def hidden(book):
    book.create_sheet("secrets")["A1"] = "x"
    book["secrets"].sheet_state = "hidden"


def second(book):
    book.create_sheet("2024")["A1"] = "x"


FILES = {
    "empty": (b"", "The file is empty."),
    "white": (b" \r\n\r\n", "The file is empty."),
    "mark alone": (b"\xef\xbb\xbf", "The file is empty."),
    "empty sheet": (as_xlsx(), "The file is empty."),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "This is an XLS file, or protected by a password."),
    "pdf": (b"%PDF-1.7 ...", "This is a PDF file."),
    "gzip": (b"\x1f\x8b\x08\x00", "This file is packed."),
    "page": (b"<!DOCTYPE html><html>", "This is a page of text, not a table."),
    "ods": (
        zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": "<x/>"}),
        "This is an OpenDocument file. Save it as XLSX or CSV.",
    ),
    "docx": (zipped(**{"word/document.xml": "<x/>"}), "This is a text document, not a spreadsheet."),
    "xlsb": (zipped(**{"xl/workbook.bin": "x"}), "This is an XLSB file. Save it as XLSX."),
    "folder": (zipped(**{"photo.jpg": "x"}), "This is a packed folder, not a spreadsheet."),
    "locked": (locked(), "The file is protected by a password."),
    "cut": (as_xlsx(*ROWS)[:-400], "The file is damaged, or no XLSX file."),
    "no sheet": (without_part("xl/worksheets/sheet1.xml"), "The file is empty."),
    "macros": (with_part("xl/vbaProject.bin"), "The file holds macros."),
    "old macros": (with_part("xl/macrosheets/sheet1.xml"), "The file holds macros."),
    "links": (with_part("xl/externalLinks/externalLink1.xml"), "The file refers to other files (external links)."),
    "objects": (with_part("xl/embeddings/oleObject1.bin"), "The file holds embedded objects."),
    "entities": (with_part("xl/comments1.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "The file is damaged"),
    "bomb": (with_part("xl/media/bomb.bin", b"\0" * 30_000_000), "A part of the file unpacks to many times its size"),
    "large bomb": (with_part("xl/media/bomb.bin", b"\0" * 70_000_000), "Unpacked, the file is larger than 60 MB."),
    "hidden sheet": (as_xlsx(*ROWS, change=hidden), "There are hidden sheets: “secrets”."),
    "several sheets": (as_xlsx(*ROWS, change=second), "Several sheets hold something: “Sheet”, “2024”."),
    "code page": (as_csv(["title"], ["École à côté"], encoding="cp1252"), "Line 2 is not in UTF-8: it could be “"),
    "Arabic code page": (
        as_csv(["title"], ["مدارس"], encoding="cp1256"),
        "Line 2 is not in UTF-8: it could be “مدارس”",
    ),
    "broken UTF-16": (b"\xff\xfea", "Line 1 is not in UTF-8"),
    "open quote": (b'title,summary\n"Schools,All\n', "Line 2 cannot be divided into cells"),
    "no json": (b'{"rows": [', "This is no JSON: line 1, sign 11."),
    "other json": (b'{"title": "x"}', "A JSON file must hold “rows”"),
    "json of numbers": (b"[1, 2]", "A JSON file must hold “rows”"),
    "twice in json": (b'{"rows": [{"title": "a", "title": "b"}]}', "This JSON cannot be read: “title” stands twice"),
    "deep json": (b"[" * 200_000, "This JSON cannot be read"),
    "wide": (as_csv([f"c{number}" for number in range(300)]), "The first row holds more than 200 columns."),
    "long": (as_csv(["title"], *(["x"] for _ in range(201))), "There are more than 200 rows of entries."),
    "long workbook": (as_xlsx(["title"], *(["x"] for _ in range(201))), "There are more than 200 rows of entries."),
    "long json": (as_json([{"title": "x"}] * 201), "There are more than 200 rows of entries."),
    "large": (b"title\n" + b"x" * (5 * 1024 * 1024), "The file is larger than 5 MB."),
}


@pytest.mark.parametrize("name", FILES)
def test_what_is_no_table_is_refused_in_one_sentence(name):
    data, sentence = FILES[name]

    with pytest.raises(Unreadable) as refused:
        table(data)

    (said,) = refused.value.messages
    assert said.startswith(sentence)


def test_a_hundred_thousand_rows_are_refused_without_being_kept():
    limits = Limits(FOR_MEMBERS.most_bytes, FOR_MEMBERS.most_unpacked, 20_000)

    with pytest.raises(Unreadable, match="There are more than 20000 rows"):
        table(as_csv(["title"], *(["x"] for _ in range(100_000))), limits)


def filled(**cells):
    def change(book):
        for place, value in cells.items():
            book.active[place] = value

    return change


def merged(book):
    book.active["A3"], book.active["A4"] = "One", None
    book.active.merge_cells("A3:A4")


CELLS = {
    "formula": (filled(B2="=1+1"), [(2, "summary", "Write the value itself, not a formula.")]),
    "array formula": (
        filled(B2=ArrayFormula("B2", "=SUM(A1:A2)")),
        [(2, "summary", "Write the value itself, not a formula.")],
    ),
    "link": (
        filled(B2='=HYPERLINK("https://example.org")'),
        [(2, "summary", "Write the value itself, not a formula.")],
    ),
    "error": (filled(B2="#N/A"), [(2, "summary", "This is an error of the spreadsheet, not a value.")]),
    "merged": (merged, [(3, "title", "These cells are merged: a table has one value in each.")]),
    "beside": (filled(E2="x"), [(2, "", "It stands beside the last column that has a name.")]),
}


@pytest.mark.parametrize("name", CELLS)
def test_cells_that_hold_no_value_are_named(name):
    change, wrong = CELLS[name]

    found = table(as_xlsx(*ROWS, change=change))

    assert [(each.row, each.column, each.why) for each in found.wrong] == wrong
    assert len(found.lines) >= 1


def test_a_formula_in_text_is_refused_and_an_apostrophe_lets_it_in():
    found = table(as_csv(["title", "summary"], ["=cmd|' /C calc'!A0", "'=not run"]))

    assert [(each.row, each.value) for each in found.wrong] == [(2, "=cmd|' /C calc'!A0")]
    assert found.lines[0].cells[1] == "=not run"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_texts_are_read_as_they_were_written(encoding, divider):
    found = table(
        as_csv(["title", "summary"], ["مدارس; écoles, 学校", "two\nlines"], encoding=encoding, divider=divider)
    )

    assert [line.cells for line in found.lines] == [("مدارس; écoles, 学校", "two\nlines")]


def test_tags_below_the_names_and_empty_rows_are_left_out():
    found = table(as_csv(["title", "summary"], ["#description+title", ""], ["", ""], ["Schools", "All"]))

    assert [(line.number, line.cells) for line in found.lines] == [(4, ("Schools", "All"))]
