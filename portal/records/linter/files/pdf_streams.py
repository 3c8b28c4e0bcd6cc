"""The streams of a PDF that no page shows by itself: pictures, attached files, notes, forms, pages taken out."""

import io

from django.utils.translation import gettext as _
from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from portal.records.linter.findings import Finding, FindingKind

from .markup import words_of
from .office_files import findings_in_office_file
from .pictures import TAG, findings_in_picture, says_place
from .plain_texts import decoded
from .unreadable import Unreadable, holds_unknown

PLACE = Finding(FindingKind.COORDINATES, 0, 0, "GPS", "place in a PDF")
ARCHIVE = b"PK\x03\x04"
MARKUP = (b"<?", b"<x:", b"<rdf:", b"<xdp:", b"<html", b"<kml", b"<gpx", b"<!")
IN_PARTS = {"/XRef", "/ObjStm"}
"""Types of streams that hold other objects, which are read one by one."""
OF_FONTS = {"/Type1C", "/CIDFontType0C", "/OpenType"}
OF_PICTURES = {"/DCTDecode", "/JPXDecode"}
"""Filters of pictures that say something about themselves; the others are points of colour only."""

PLAIN = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
PLAIN_LETTERS = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): PLAIN})})


def findings_in_stream(stream, room):
    """The Findings in a stream, by what it is; raises Unreadable for an attached file that cannot be read."""
    subtype = stream.get("/Subtype")
    if stream.get("/Type") in IN_PARTS or subtype in OF_FONTS or "/Length1" in stream:
        return []
    if subtype == "/Image":
        return findings_in_picture(io.BytesIO(stream.get_data())) if OF_PICTURES & _filters(stream) else []
    body = stream.get_data()
    room.take(len(body))
    if body.startswith(ARCHIVE):
        return findings_in_office_file(body, room, depth=1)
    if body[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(MARKUP):
        return _in_markup(body, room)
    if stream.get("/Type") == "/EmbeddedFile":
        return room.read(_attached(body))
    return [] if b"beginbf" in body else room.read(_drawn(stream))


def _filters(stream):
    filters = stream.get("/Filter", ())
    return {str(each) for each in (filters if isinstance(filters, ArrayObject) else [filters])}


def _in_markup(body, room):
    place = [PLACE] if says_place(body) else []
    try:
        words = words_of(body.strip(b"\0 \r\n\t") if b"\0" not in body else body)
    except Unreadable:
        words = TAG.sub("\n", body.replace(b"\0", b"").decode("utf-8", "replace"))
    return [*place, *room.read(words)]


def _attached(body):
    try:
        return decoded(body)
    except Unreadable as error:
        raise holds_unknown(_("attachment")) from error


def _drawn(stream):
    """The words that a stream shows, as if it were a page; one that names no fonts is read as plain letters."""
    page = PageObject.create_blank_page(width=1, height=1)
    page[NameObject("/Contents")] = stream
    page[NameObject("/Resources")] = stream.get("/Resources", PLAIN_LETTERS)
    return page.extract_text()
