"""What no reader of an office file may overlook, and what cannot be read and is refused."""

import io

import pytest

from portal.records.linter.files import unreadable
from portal.records.linter.uploads import Unreadable, findings_in_document
from tests.linter.files.making import PLACE, archive, words


def kinds_in(data, name=""):
    return {each.kind.value for each in findings_in_document(io.BytesIO(data), name)}


@pytest.mark.parametrize(
    "name",
    [
        "word/document.xml",
        "word/diagrams/data1.xml",
        "word/charts/chart1.xml",
        "word/glossary/document.xml",
        "xl/comments1.xml",
        "xl/threadedComments/threadedComment1.xml",
        "xl/drawings/drawing1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "ppt/slideLayouts/slideLayout1.xml",
        "customXml/item1.xml",
        "Object 1/content.xml",
        "notes.txt",
    ],
)
def test_every_part_with_words_is_read(name):
    assert kinds_in(archive((name, words(PLACE)))) == {"coordinates"}
    assert kinds_in(archive((name, words("Nothing in 2021.")))) == set()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "iso-8859-1", "windows-1256"])
def test_a_part_is_read_in_its_encoding(encoding):
    said = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-8-sig": "UTF-8"}.get(encoding, encoding)
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    part = mark + f'<?xml version="1.0" encoding="{said}"?>{words(PLACE)}'.encode(encoding)

    assert kinds_in(archive(("word/document.xml", part))) == {"coordinates"}


def test_where_a_link_leads_and_what_a_picture_is_called():
    link = '<Relationships><Relationship Target="https://maps.google.com/?q=33.31523,44.36611"/></Relationships>'
    drawing = f'<wp:docPr id="1" name="Picture 1" descr="Well at {PLACE}"/>'

    assert kinds_in(archive(("word/_rels/document.xml.rels", link))) == {"coordinates"}
    assert kinds_in(archive(("word/document.xml", drawing))) == {"coordinates"}


def test_the_exact_value_of_a_cell_that_shows_less():
    cells = "".join(f'<c office:value="{value}"><p>{value:.0f}</p></c>' for value in (33.31523, 44.36611))

    assert kinds_in(archive(("content.xml", f"<x>{cells}</x>"))) == {"coordinates"}


def test_cells_of_latitude_and_longitude_beside_each_other():
    rows = "".join(
        f'<row><c r="A{n}"><v>33.3{n}523</v></c><c r="B{n}"><v>44.36{n}11</v></c></row>' for n in range(1, 9)
    )

    assert kinds_in(archive(("xl/worksheets/sheet1.xml", f"<sheetData>{rows}</sheetData>"))) == {"coordinates"}


def test_the_numbers_behind_a_chart_are_no_places():
    numbers = "<c:numCache><c:pt><c:v>12.34567</c:v></c:pt><c:pt><c:v>23.45678</c:v></c:pt></c:numCache>"

    assert kinds_in(archive(("word/charts/chart1.xml", f"<x>{numbers}</x>"))) == set()


def test_a_file_within_a_file_is_read_and_one_within_that_refused():
    sheet = archive(("xl/sharedStrings.xml", words(PLACE)))
    harmless = archive(("xl/sharedStrings.xml", words("Nothing.")))

    assert kinds_in(archive(("word/embeddings/Sheet1.xlsx", sheet))) == {"coordinates"}
    assert kinds_in(archive(("word/embeddings/Sheet1.xlsx", harmless))) == set()
    with pytest.raises(Unreadable, match=r"another that cannot be read: “ppt/embeddings/a\.docx”"):
        kinds_in(archive(("a.pptx", archive(("ppt/embeddings/a.docx", harmless)))))


@pytest.mark.parametrize("encoding", ["utf-16-le", "ascii"])
def test_words_in_a_drawing(encoding):
    drawing = b"\x01\0\0\0\x99\x81" + PLACE.encode(encoding) + b"\0\0\x82\0"

    assert kinds_in(archive(("word/media/image1.emf", drawing))) == {"coordinates"}
    assert kinds_in(archive(("ObjectReplacements/Object 1", drawing))) == {"coordinates"}


@pytest.mark.parametrize("name", ["xl/printerSettings/printerSettings1.bin", "mimetype", "word/fonts/font1.odttf"])
def test_parts_without_words_are_no_obstacle(name):
    assert kinds_in(archive((name, b"\0\1\2"), ("word/document.xml", words(PLACE)))) == {"coordinates"}


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "ppt/media/film.mp4", "a.zip"]
)
def test_a_part_that_is_not_read_is_refused(name):
    with pytest.raises(Unreadable, match=f"another that cannot be read: “{name}”"):
        kinds_in(archive((name, b"\0\1\2")))


@pytest.mark.parametrize(
    "part",
    [
        ("word/media/image1.png", b"\0" * (unreadable.MOST_BYTES + 1)),
        ("word/header1.xml", words("a" * unreadable.MOST_LETTERS)),
    ],
    ids=["bytes", "letters"],
)
def test_more_than_can_be_read_is_refused(part):
    with pytest.raises(Unreadable, match="too large"):
        kinds_in(archive(part, ("word/document.xml", words(PLACE))))


def test_a_damaged_part_is_refused():
    data = bytearray(archive(("docProps/app.xml", "A" * 1000), ("word/document.xml", words(PLACE))))
    data[data.find(b"docProps/app.xml") + 16] ^= 0xFF

    with pytest.raises(Unreadable, match="damaged"):
        kinds_in(bytes(data))


@pytest.mark.parametrize(
    "part",
    ["<w:p>", "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>", "no xml", '<?xml version="1.0" encoding="x-none"?><x/>'],
)
def test_xml_that_is_not_read_to_its_end_is_refused(part):
    with pytest.raises(Unreadable, match="damaged"):
        kinds_in(archive(("word/document.xml", part)))


def test_bytes_before_it_hide_nothing():
    assert kinds_in(archive(("word/document.xml", words(PLACE)), first=b"\n")) == {"coordinates"}


@pytest.mark.parametrize("data", [b"PK\x03\x04 broken", archive(("word/document.xml", "<x/>"))[:-30]])
def test_a_broken_archive_is_refused(data):
    with pytest.raises(Unreadable, match="damaged"):
        kinds_in(data)
