"""Files that say a place or a person, by what is in them and beside them."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import ExifTags, Image

from portal.media.models import PortalDocument, PortalImage
from portal.records.linter.uploads import findings_in_document, is_geodata, place_in_picture
from tests.factories.people import editor
from tests.linter.files.making import flate, pdf

PLACE = "33.3152, 44.3661"
PHONE = "+964 770 123 4567"


def picture(kind="JPEG", gps=True, **options):
    made = Image.new("RGB", (40, 30))
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Camera"
    if gps:
        exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (33.0, 18.0, 54.7), 3: "E", 4: (44.0, 21.0, 57.9)}
    data = io.BytesIO()
    made.save(data, kind, exif=exif, **options)
    return data


def office_file(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data


def xml(content):
    return f"<x>{content}</x>"


def kinds_in(data):
    return {each.kind.value for each in findings_in_document(io.BytesIO(data))}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_says_where_it_was_taken(kind):
    assert place_in_picture(picture(kind))
    assert not place_in_picture(picture(kind, gps=False))


def test_a_picture_says_it_in_xmp():
    xmp = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="33,18.9N" exif:GPSLongitude="44,21.9E"/></x:xmpmeta>'

    assert place_in_picture(picture("JPEG", gps=False, xmp=xmp))


def test_a_format_that_is_not_read_is_looked_through():
    assert place_in_picture(io.BytesIO(b"\x00\x00\x00\x18ftypheic....<exif:GPSLatitude>33,18.9N"))
    assert not place_in_picture(io.BytesIO(b"\x00\x00\x00\x18ftypheic...."))
    for gps in (True, False):
        exif = Image.open(picture(gps=gps)).info["exif"]
        assert place_in_picture(io.BytesIO(b"\x00\x00\x00\x18ftypheic...." + exif)) is gps
    assert not place_in_picture(io.BytesIO(b"\x00\x00\x00\x18ftypheic....Exif\x00\x00MM\x00"))


def test_the_file_is_left_at_its_beginning():
    data = picture()
    place_in_picture(data)

    assert data.tell() == 0


@pytest.mark.parametrize("name", ["a.kml", "b.GPX", "c.geojson", "hazards.shp", "d.gpkg", "map.KMZ"])
def test_geographic_files_are_known_by_their_ending(name):
    assert is_geodata(name)
    assert not is_geodata("report.pdf")


@pytest.mark.parametrize(
    "data",
    [
        f"Site at {PLACE}".encode(),
        "الموقع ٣٣٫٣١٥٢، ٤٤٫٣٦٦١".encode(),
        f"id,lat,lon\n1,{PLACE}".encode("utf-16"),
        f"Zone située à {PLACE} – été".encode("cp1252"),
    ],
)
def test_texts_and_tables(data):
    assert kinds_in(data) == {"coordinates"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "word/document.xml",
            "<w:p><w:r><w:t>Site at 33.3</w:t></w:r><w:proofErr/>"
            "<w:r><w:rPr><w:b/></w:rPr><w:t>152, 44.3661</w:t></w:r></w:p>"
            f"<w:p><w:t>{PHONE}</w:t></w:p>",
        ),
        ("xl/sharedStrings.xml", f"<si><t>{PLACE}</t></si><si><t>{PHONE}</t></si>"),
        ("ppt/slides/slide3.xml", f"<a:p><a:t>{PLACE}</a:t></a:p><a:p><a:t>{PHONE}</a:t></a:p>"),
        ("content.xml", f"<text:p>{PLACE}</text:p><text:p>{PHONE}</text:p>"),
        ("docProps/core.xml", f"<dc:title>{PLACE}</dc:title><dc:creator>{PHONE}</dc:creator>"),
    ],
)
def test_office_files(name, content):
    assert kinds_in(office_file(**{name: xml(content)}).getvalue()) == {"coordinates", "phone"}


def test_a_picture_inside_an_office_file():
    assert kinds_in(office_file(**{"word/media/image1.jpeg": picture().getvalue()}).getvalue()) == {"coordinates"}
    assert kinds_in(office_file(**{"word/media/image1.jpeg": picture(gps=False).getvalue()}).getvalue()) == set()
    assert kinds_in(office_file(**{"word/embeddings/hazards.kml": "x"}).getvalue()) == {"coordinates"}


def test_a_pdf():
    shown = b"BT /F1 9 Tf 9 90 Td (Site at 33.3152, ) Tj (44.3661) Tj 0 -20 Td (" + PHONE.encode() + b") Tj ET"

    assert kinds_in(pdf(flate(shown))) == {"coordinates", "phone"}
    assert kinds_in(pdf(flate(b"BT (Nothing) Tj ET"))) == set()


@pytest.fixture
def admin(client):
    client.force_login(editor())
    return client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        (
            "notes.txt",
            f"Site at {PLACE}".encode(),
            "This file holds what must not be here: “33.3152, 44.3661” (Exact place)",
        ),
        ("hazards.kml", b"<kml/>", "This is geographic data."),
        ("33.3152_44.3661.txt", b"Nothing.", "This file holds what must not be here"),
        ("notes.docx", b"Nothing.", "does not fit the ending of its name"),
        ("notes.docx", b"PK\x03\x04 broken", "This file is damaged or protected"),
        ("notes.pdf", b"%PDF-1.4 broken", "This file is damaged or protected"),
    ],
)
def test_a_document_is_refused_with_a_sentence(admin, name, data, sentence):
    answer = admin.post(reverse("wagtaildocs:add"), {"title": "Notes", "file": SimpleUploadedFile(name, data)})

    assert sentence in answer.text
    assert not PortalDocument.objects.exists()


@pytest.mark.django_db
def test_a_picture_is_refused_with_a_sentence(admin):
    for gps in (True, False):
        file = SimpleUploadedFile("a.jpg", picture(gps=gps).getvalue(), content_type="image/jpeg")
        answer = admin.post(reverse("wagtailimages:add"), {"title": "A well", "file": file})

        assert (answer.status_code, PortalImage.objects.count()) == ((200, 0) if gps else (302, 1))
        assert gps is False or "This picture says where it was taken." in answer.text


@pytest.mark.django_db
def test_a_picture_with_words_about_a_person_is_refused_with_a_sentence(admin):
    comment = b"Photo: john.smith@example.org"
    file = SimpleUploadedFile("a.jpg", picture(gps=False, comment=comment).getvalue(), content_type="image/jpeg")
    answer = admin.post(reverse("wagtailimages:add"), {"title": "A well", "file": file})

    assert "This file holds what must not be here: “john.smith@example.org”" in answer.text
    assert not PortalImage.objects.exists()


@pytest.mark.django_db
def test_several_at_once_are_refused_one_by_one(admin):
    file = SimpleUploadedFile("notes.txt", PHONE.encode())
    answer = admin.post(reverse("wagtaildocs:add_multiple"), {"title": "Notes", "files[]": file})

    assert answer.json()["success"] is False
    assert "+964 770 123 4567" in answer.json()["error_message"]


@pytest.mark.django_db
def test_the_words_about_a_file_are_read_too(admin):
    answer = admin.post(
        reverse("wagtaildocs:add"), {"title": f"Site {PLACE}", "file": SimpleUploadedFile("a.txt", b"Nothing.")}
    )

    assert "Take this out: “33.3152, 44.3661” (Exact place)." in answer.text
    assert not PortalDocument.objects.exists()
