"""PDF files: what their strings show, what they say about themselves, the pictures and files within them."""

import io
import re

from django.utils.translation import gettext as _

from portal.records.linter.findings import Finding, FindingKind

from .markup import words_of
from .office_files import findings_in_office_file
from .pdf_fonts import Fonts
from .pdf_objects import objects_in
from .pdf_streams import rooms, unpacked, without_streams
from .pdf_strings import lines_in
from .pictures import TAG, findings_in_picture, says_place
from .plain_texts import decoded
from .unreadable import Unreadable, damaged, holds_unknown

PLACE = re.compile(rb"/Type\s?/Measure[^>]{0,200}/Subtype\s?/GEO|/Subtype\s?/GEO\b|/GPTS\s?\[|/LGIDict")
PROTECTED = re.compile(rb"/Encrypt\b")
SHOWN = re.compile(rb"[)>\]]\s*T[jJ]\b|\)\s*['\"]\s")
ARCHIVE = b"PK\x03\x04"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"\0\0\0\x0cjP")
MARKUP = (b"<?", b"<x:", b"<rdf:", b"<xdp:", b"<html", b"<kml", b"<gpx", b"<!")


def findings_in_pdf(data):
    """The Findings in a PDF; raises Unreadable for what is protected, broken, too large or packed in a rare way.

    Not read are letters that are drawn as pictures, or by codes of which the file does not say the letters.
    """
    around, packed = without_streams(data)
    room, for_pictures = rooms()
    found, streams = [], []
    for stream in (unpacked(each, room, for_pictures) for each in packed):
        found += _beside_the_text(stream, room)
        if SHOWN.search(stream.body) or not (stream.is_picture or stream.is_font):
            streams.append(stream)
    if PROTECTED.search(around) or any(PROTECTED.search(each.head) for each in streams):
        raise damaged()
    texts = [around, *(each.body for each in streams)]
    if any(PLACE.search(each) or says_place(each) for each in texts):
        found.append(Finding(FindingKind.COORDINATES, 0, 0, "GPS", "place in a PDF"))
    return [*found, *(each for text in _readings(around, streams) for each in room.read(text))]


def _readings(around, streams):
    """What is shown, in each way in which it can be read."""
    fonts = Fonts(objects_in(around, streams), streams)
    texts = [each.body for each in streams if SHOWN.search(each.body) or b"beginbf" not in each.body]
    return fonts.readings([line for text in (around, *texts) for line in lines_in(text)])


def _beside_the_text(stream, room):
    """The Findings in a picture, a file or notes that a stream holds."""
    body = stream.body
    if body.startswith(PICTURES):
        return findings_in_picture(io.BytesIO(body))
    if body.startswith(ARCHIVE):
        return findings_in_office_file(body, room, depth=1)
    if body[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(MARKUP):
        return room.read(_words(body))
    if b"/EmbeddedFile" in stream.head:
        return _in_attachment(body, room)
    return []


def _words(body):
    try:
        return words_of(body.strip(b"\0 \r\n\t") if b"\0" not in body else body)
    except Unreadable:
        return TAG.sub("\n", body.replace(b"\0", b"").decode("utf-8", "replace"))


def _in_attachment(body, room):
    try:
        text = decoded(body)
    except Unreadable as error:
        raise holds_unknown(_("attachment")) from error
    return room.read(text)
