"""Texts and tables in the encodings of their writers, and what only calls itself a text."""

import io

import pytest

from portal.records.linter.uploads import Unreadable, findings_in_document
from tests.linter.files.making import PLACE, archive, pdf, words


def found_in(data, name=""):
    return [each.what for each in findings_in_document(io.BytesIO(data), name)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1256"]
)
def test_each_encoding_said_or_not(encoding):
    assert found_in(f"Zone – {PLACE}\n".encode(encoding), "a.csv") == [PLACE]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_arabic_without_a_mark(encoding):
    place = "٣٣٫٣١٥٢٣، ٤٤٫٣٦٦١١"

    assert found_in(f"الموقع {place}".encode(encoding)) == [place]


@pytest.mark.parametrize(
    "data",
    [
        b"\0\1\2\3" * 20,
        "\u0665\u0666".encode("utf-16-le"),
        b"{\\rtf1 \\'33}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an older office file",
        b"\xff\xfe\0",
    ],
    ids=range(5),
)
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Unreadable, match="does not fit the ending"):
        found_in(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", archive(("word/document.xml", words("Nothing.")))),
        ("a.csv", pdf()),
        ("a.pdf", b"Nothing."),
        ("a.pdf", pdf() + archive(("word/document.xml", words("Nothing.")))),
        ("a.docx", b"Nothing."),
        ("A.XLSX", pdf()),
    ],
    ids=range(6),
)
def test_what_is_not_what_its_ending_says_is_refused(name, data):
    with pytest.raises(Unreadable, match="does not fit the ending"):
        found_in(data, name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"Nothing."),
        ("a.csv", b""),
        ("a.pdf", pdf()),
        ("a.ODT", archive(("content.xml", words("Nothing.")))),
    ],
    ids=range(4),
)
def test_what_fits_is_read(name, data):
    assert found_in(data, name) == []


def test_more_than_can_be_read_is_refused():
    with pytest.raises(Unreadable, match="too large"):
        found_in(b"a" * 4_000_001)
    with pytest.raises(Unreadable, match="too large"):
        found_in(b"\0" * (40 * 1024 * 1024 + 1))
