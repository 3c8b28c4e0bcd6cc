"""A spreadsheet that was sent: however it is made, it is read, or refused in words, and costs little."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from events.attending.sheet import MOST_ROWS, read_sheet
from tests.factories.attending import sheet

SHEET = "xl/worksheets/sheet1.xml"
PEOPLE = [(f"Somebody {n}", f"p{n}@elsewhere.example", "One of many", "speaker", "yes") for n in range(MOST_ROWS)]


def remade(change=lambda text: text, way=ZIP_DEFLATED):
    """A file of one row whose first sheet says something else, or that is packed in another way."""
    data = BytesIO()
    with ZipFile(sheet(PEOPLE[0])) as before, ZipFile(data, "w", way) as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, change(part) if name == SHEET else part)
    return data.getvalue()


def refused(data):
    with pytest.raises(ValidationError) as raised:
        read_sheet(SimpleUploadedFile("people.xlsx", data))
    return raised.value.messages[0].partition(":")[0].partition(".")[0]


def test_as_many_rows_as_may_be_are_read():
    lines, wrong = read_sheet(sheet(*PEOPLE))
    assert (len(lines), wrong) == (MOST_ROWS, [])
    assert list(lines[-1].texts.values()) == list(PEOPLE[-1])


@pytest.mark.parametrize(
    "many", [b'<row r="2">' + b"<c/>" * 110_000 + b"</row></sheetData>", b" " * 2_100_000 + b"</sheetData>"]
)
def test_more_cells_or_bytes_than_a_list_has_are_not_read(many):
    assert refused(remade(lambda part: part.replace(b"</sheetData>", many))) == "The file unpacks to too much"


def test_what_an_archive_says_of_its_size_is_not_believed():
    small = len(remade())
    data = remade(lambda part: part.replace(b"</sheetData>", b" " * 1_500_000 + b"</sheetData>"))
    with ZipFile(BytesIO(data)) as packed:
        said = packed.getinfo(SHEET).file_size
    lied = data.replace(said.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert len(lied) < small * 3
    assert refused(lied) == "This is no spreadsheet of the kind XLSX"


@pytest.mark.parametrize(
    "change",
    [
        lambda part: b'<?xml version="1.0" encoding="foo"?>' + part,
        lambda part: b'<!DOCTYPE a [<!ENTITY a "<c/><c/>">]>' + part,
        lambda part: ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a []>' + part.decode()).encode("utf-16"),
    ],
)
def test_encodings_that_are_none_and_words_that_expand_are_refused(change):
    assert refused(remade(change)) == "This is no spreadsheet of the kind XLSX"


@pytest.mark.parametrize("way", [ZIP_LZMA, ZIP_BZIP2])
def test_no_other_way_of_packing_is_opened(way):
    whole = remade(way=way)
    assert refused(whole) == refused(whole[:60] + b"\0" * 20 + whole[80:]) == "This is no spreadsheet of the kind XLSX"
