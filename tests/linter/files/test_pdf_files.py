"""The ways in which a PDF writes what it shows, and those that are refused because they are not read."""

import base64
import io
import zlib
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from portal.records.linter.uploads import Unreadable, findings_in_document
from tests.linter.files.making import PLACE, archive, flate, pdf, words

SHOWN = f"BT /F1 12 Tf ({PLACE}) Tj ET".encode()


def found_in(data):
    return [each.what for each in findings_in_document(io.BytesIO(data))]


@pytest.mark.parametrize(
    "shown",
    [
        f"({PLACE}) Tj",
        f"<{PLACE.encode().hex()}> Tj",
        f"<{PLACE.encode('utf-16-be').hex()}> Tj",
        "(" + "".join(f"\\{ord(sign):03o}" for sign in PLACE) + ") Tj",
        "[(33.31) 12 (523,) -300 (44.36611)] TJ",
        "[(33.31523) -300 (44.36611)] TJ",
        f"(Site (A) at {PLACE}) Tj",
        f"({'word ' * 500}{PLACE}) Tj",
        "(33.31\\\n523, 44.36611) Tj",
        "(33.31523,) Tj 0 -14 Td (44.36611) Tj",
    ],
)
@pytest.mark.parametrize("is_packed", [True, False])
def test_what_a_page_shows(shown, is_packed):
    body = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()

    assert len(found_in(pdf(flate(body) if is_packed else (b"", body)))) == 1


def test_a_harmless_page():
    assert found_in(pdf(flate(b"BT (In 2021, IMAS 05.10 and 45 km2) Tj ET"))) == []


@pytest.mark.parametrize(
    ("names", "pack"),
    [
        ("/ASCIIHexDecode", lambda body: body.hex().encode() + b">"),
        ("[/ASCII85Decode /FlateDecode]", lambda body: base64.a85encode(zlib.compress(body)) + b"~>"),
        ("/Fl#61teDecode", zlib.compress),
    ],
)
def test_other_ways_to_pack(names, pack):
    assert found_in(pdf((b"/Filter " + names.encode(), pack(SHOWN)))) == [PLACE]


FONT = b"<</Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 5 0 R>>"


def table(**meant):
    pairs = "".join(f"<{code}> <{ord(letter):04x}>\n" for letter, code in meant.items())
    count = len(meant)
    return flate(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        + f"{count} beginbfchar\n{pairs}endbfchar endcmap".encode()
    )


def written(letters):
    """A page in codes of its own, and the table that says what they mean."""
    codes = {letter: f"{number:04x}" for number, letter in enumerate(sorted(set(letters)), 3)}
    shown = "".join(codes[letter] for letter in letters)
    return flate(f"BT /F7 12 Tf <{shown}> Tj ET".encode()), table(**codes)


def test_letters_that_only_the_table_of_the_font_tells():
    page = b"/Resources <</Font <</F7 6 0 R>>>>"

    assert found_in(pdf(*written(PLACE), page=page, more=[FONT])) == [PLACE]
    assert found_in(pdf(*written("Nothing, 2021."), page=page, more=[FONT])) == []


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-be"])
def test_what_it_says_about_itself(encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    title = b"<</Title (" + mark + PLACE.encode(encoding) + b")>>"

    assert found_in(pdf(more=[title], trailer=b"/Info 4 0 R")) == [PLACE]


def beside(*streams, **rest):
    """A PDF whose page shows nothing, with these streams beside it."""
    return pdf((b"", b"BT ET"), *streams, **rest)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_notes_in_xml(encoding):
    said = '<?xml version="1.0"?>' if encoding == "utf-8" else ""
    notes = f"{said}<x:xmpmeta><dc:title>{PLACE}</dc:title></x:xmpmeta>".encode(encoding)
    place = b"<?xpacket?><x:xmpmeta><exif:GPSLatitude>33,18N</exif:GPSLatitude></x:xmpmeta>"

    assert found_in(beside((b"/Type /Metadata", notes))) == [PLACE]
    assert found_in(beside(flate(place))) == ["GPS"]


@pytest.mark.parametrize("stands", ["on the page", "beside it", "in a row"])
def test_a_map_is_a_place(stands):
    measure = b"<</Type /Measure /Subtype /GEO /GPTS [33 44 34 44 34 45 33 45]>>"
    page = {"on the page": b"/VP [<</Measure " + measure + b">>]", "beside it": b"/VP 4 0 R"}.get(stands, b"/VP 4 0 R")

    assert found_in(pdf(page=page, more=[b"[" + measure + b"]" if stands == "in a row" else measure])) == ["GPS"]


def test_a_picture_and_a_file_within():
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (33.0, 18.0, 54.7), 3: "E", 4: (44.0, 21.0, 57.9)}
    picture = io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "JPEG", exif=exif)
    sheet = archive(("xl/sharedStrings.xml", words(PLACE)))

    assert found_in(beside((b"/Subtype /Image /Filter /DCTDecode", picture.getvalue()))) == ["GPS"]
    assert found_in(beside(flate(sheet, b"/Type /EmbeddedFile"))) == [PLACE]
    assert found_in(beside(flate(f"lat,lon\n{PLACE}".encode(), b"/Type /EmbeddedFile"))) != []
    assert found_in(pdf(more=[b"<</Type /Filespec /UF (hazards.kml) /EF <<>>>>"])) == ["GPS"]
    with pytest.raises(Unreadable, match="another that cannot be read"):
        found_in(beside(flate(b"\0\1\2", b"/Type /EmbeddedFile")))


def test_a_page_that_calls_itself_a_picture_or_a_font_is_read():
    assert found_in(pdf(flate(SHOWN, b"/Subtype /Image"))) == [PLACE]
    assert found_in(pdf(flate(SHOWN, b"/Length1 1"))) == [PLACE]


def test_what_stands_on_no_page_is_read():
    assert found_in(beside(flate(SHOWN))) == [PLACE]
    assert found_in(beside(flate(SHOWN, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"))) == [PLACE]
    assert found_in(pdf(page=b"/Annots [<</Type /Annot /Subtype /Text /Contents (" + PLACE.encode() + b")>>]")) == [
        PLACE
    ]


def test_what_was_changed_when_it_was_saved_again_is_read():
    before, after = pdf((b"", SHOWN)), b"4 0 obj\n<</Length 5>>\nstream\nBT ET\nendstream\nendobj\n"
    place = before.rindex(b"xref\n0")
    table = b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 5 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"

    assert found_in(before + after + table % (len(before), place, len(before + after))) == [PLACE]


def test_what_chromium_prints():
    """A file of another program, with fonts of its own: `printed.pdf` shows a place in French and in Arabic words."""
    printed = (Path(__file__).parent / "printed.pdf").read_bytes()

    assert found_in(printed) == [PLACE, "٤٤٫٣٦٦١١ ،٣٣٫٣١٥٢٣"]


def test_it_may_begin_a_little_later():
    assert found_in(b"\n" + pdf(flate(SHOWN))) == [PLACE]


@pytest.mark.parametrize(
    "data",
    [
        pdf((b"/Filter /JBIG9Decode", SHOWN)),
        pdf(trailer=b"/Encrypt <</Filter /Standard /V 1 /R 2 /O (a) /U (b) /P 4>>"),
        pdf(page=b"/Kids [3 0 R]").replace(b"/Count 1", b"/Count 0").replace(b"/Kids [3 0 R] ", b"", 1),
        b"%PDF-1.4\n1 0 obj <<>> stream\nnever ended",
        b"%PDF-1.4 notes",
        b"%PDF-1.4\n<< /Type /Measure /Subtype /GEO >>",
    ],
    ids=range(6),
)
def test_what_is_protected_or_broken_is_refused(data):
    with pytest.raises(Unreadable, match="damaged or protected"):
        found_in(data)


def test_more_than_can_be_read_is_refused():
    body = zlib.compress(b"\0" * (101 * 1024 * 1024), 1)

    with pytest.raises(Unreadable, match="too large"):
        found_in(pdf((b"/Filter /FlateDecode ", body)))
    with pytest.raises(Unreadable, match="too large"):
        found_in(pdf() * 21)
