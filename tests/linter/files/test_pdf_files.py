"""The ways in which a PDF writes what it shows, and those that are refused because they are not read."""

import base64
import io
import zlib

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


def table(**meant):
    pairs = "".join(f"<{code}> <{ord(letter):04x}>\n" for letter, code in meant.items())
    return flate(f"1 begincodespacerange <0000> <ffff> endcodespacerange\nbeginbfchar\n{pairs}endbfchar".encode())


def written(letters):
    """A page in codes of its own, and the table that says what they mean."""
    codes = {letter: f"{number:04x}" for number, letter in enumerate(sorted(set(letters)), 3)}
    shown = "".join(codes[letter] for letter in letters)
    return flate(f"BT /F7 12 Tf <{shown}> Tj ET".encode()), table(**codes)


def test_letters_that_only_the_table_of_the_font_tells():
    fonts = b"8 0 obj <</Font <</F7 9 0 R>>>> endobj 9 0 obj <</Type /Font /ToUnicode 2 0 R>> endobj"

    assert found_in(pdf(*written(PLACE), around=fonts)) == [PLACE]
    assert found_in(pdf(*written("Nothing, 2021."), around=fonts)) == []


def test_a_table_of_ranges_among_packed_objects():
    ranges = b"begincmap 2 beginbfrange\n<01> <0a> <0030>\n<0b> <0d> [<002e> <002c> <0020>]\nendbfrange endcmap"
    shown = bytes(1 + "0123456789., ".index(sign) for sign in PLACE).hex().encode()
    names, font = b"<</Font <</F7 9 0 R>>>>", b"<</Type /Font /ToUnicode 2 0 R>>"
    places = b"8 0 9 %d " % len(names)
    body = places + names + font
    head = b"/Type /ObjStm /N 2 /First %d" % len(places)

    assert found_in(pdf(flate(b"BT /F7 9 Tf <" + shown + b"> Tj ET"), flate(ranges), flate(body, head))) == [PLACE]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-be"])
def test_what_it_says_about_itself(encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    title = b"9 0 obj <</Title (" + mark + PLACE.encode(encoding) + b")>> endobj"

    assert found_in(pdf(around=title)) == [PLACE]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_notes_in_xml(encoding):
    said = '<?xml version="1.0"?>' if encoding == "utf-8" else ""
    notes = f"{said}<x:xmpmeta><dc:title>{PLACE}</dc:title></x:xmpmeta>".encode(encoding)
    place = b"<?xpacket?><x:xmpmeta><exif:GPSLatitude>33,18N</exif:GPSLatitude></x:xmpmeta>"

    assert found_in(pdf((b"/Type /Metadata", notes))) == [PLACE]
    assert found_in(pdf(flate(place))) == ["GPS"]


def test_a_picture_and_a_file_within():
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (33.0, 18.0, 54.7), 3: "E", 4: (44.0, 21.0, 57.9)}
    picture = io.BytesIO()
    Image.new("RGB", (9, 9)).save(picture, "JPEG", exif=exif)
    sheet = archive(("xl/sharedStrings.xml", words(PLACE)))

    assert found_in(pdf((b"/Subtype /Image /Filter /DCTDecode", picture.getvalue()))) == ["GPS"]
    assert found_in(pdf(flate(sheet, b"/Type /EmbeddedFile"))) == [PLACE]
    assert found_in(pdf(flate(f"lat,lon\n{PLACE}".encode(), b"/Type /EmbeddedFile"))) != []
    with pytest.raises(Unreadable, match="another that cannot be read"):
        found_in(pdf(flate(b"\0\1\2", b"/Type /EmbeddedFile")))


def test_a_page_that_calls_itself_a_picture_or_a_font_is_read():
    assert found_in(pdf(flate(SHOWN, b"/Subtype /Image"))) == [PLACE]
    assert found_in(pdf(flate(SHOWN, b"/Length1 1"))) == [PLACE]


def test_it_may_begin_a_little_later():
    assert found_in(b"\n" + pdf(flate(SHOWN))) == [PLACE]


@pytest.mark.parametrize(
    "data",
    [
        pdf((b"/Filter /LZWDecode", b"x")),
        pdf((b"/Filter 9 0 R", zlib.compress(SHOWN))),
        pdf((b"/Filter /FlateDecode", b"not packed")),
        pdf(flate(SHOWN, b"/DecodeParms <</Predictor 12>>")),
        pdf(around=b"trailer <</Encrypt 5 0 R>>"),
        pdf(flate(b"x", b"/Type /XRef /Encrypt 5 0 R")),
        b"%PDF-1.4\n1 0 obj <<>> stream\nnever ended",
        b"%PDF-1.4\n1 0 obj <<>> %\nstream\n" + zlib.compress(SHOWN) + b"\nendstream",
        b"%PDF-1.4\n(>>stream\n)" + pdf(flate(SHOWN)),
    ],
    ids=range(9),
)
def test_what_is_protected_or_packed_so_that_it_is_not_read_is_refused(data):
    with pytest.raises(Unreadable, match="damaged or protected"):
        found_in(data)


@pytest.mark.parametrize("head", [b"", b"/Subtype /Image"])
def test_more_than_can_be_read_is_refused(head):
    body = zlib.compress(b"\0" * (101 * 1024 * 1024), 1)

    with pytest.raises(Unreadable, match="too large"):
        found_in(pdf((b"/Filter /FlateDecode " + head, body)))
