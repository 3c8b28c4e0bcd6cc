"""PDF files, as pypdf reads them: what their pages show, and what else they hold."""

import io
import re

from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, StreamObject

from .pdf_objects import is_place, words_in
from .pdf_streams import PLACE, findings_in_stream
from .pictures import says_place
from .unreadable import Room, Unreadable, damaged, too_large

END = re.compile(rb"%%EOF\b")
ARABIC_NUMBER = re.compile("[٠-٩۰-۹][٠-٩۰-۹٫٬.]+")
MOST_REVISIONS = 20


def findings_in_pdf(data):
    """The Findings in a PDF and in what it was before it was last saved.

    Raises Unreadable for what is protected, broken or too large. Not read are letters that are drawn as pictures,
    scripts, and what no object of the file names.
    """
    room = Room()
    return list(dict.fromkeys(found for revision in _revisions(data) for found in _in_revision(revision, room)))


def _revisions(data):
    """The file as it is, and as it was: who saves a PDF again mostly adds to its end, and takes nothing away."""
    ends = [each.end() for each in END.finditer(data)]
    if len(ends) > MOST_REVISIONS:
        raise too_large()
    # One that can be shown while it is still loading has its first end behind its first page.
    earlier = ends[1:-1] if b"/Linearized" in data[:2048] else ends[:-1]
    return [data, *(data[:end] for end in earlier)]


def _in_revision(data, room):
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted or not reader.pages:
            raise damaged()
        found = [PLACE] if says_place(data) else []
        return [*found, *_on_pages(reader, room), *_in_objects(reader, room)]
    except Unreadable:
        raise
    except LimitReachedError as error:
        raise too_large() from error
    # Broken files come from anywhere, and break the reading in any way: nothing of them is accepted.
    except Exception as error:
        raise damaged() from error


def _on_pages(reader, room):
    return [found for page in reader.pages for found in room.read(_shown(page))]


def _shown(page):
    """The words on a page, and again the lines with Arabic numbers, these the other way round.

    Their figures stand from left to right among letters that run the other way, and pypdf turns them with these.
    """
    text = page.extract_text()
    turned = [ARABIC_NUMBER.sub(lambda number: number[0][::-1], line) for line in text.splitlines()]
    return "\n".join([text, "", *(line for line in turned if line not in text)])


def _in_objects(reader, room):
    found, words = [], []
    on_pages = set(_contents(reader))
    for number in sorted({*reader.xref_objStm, *(each for numbers in reader.xref.values() for each in numbers)}):
        each = reader.get_object(number)
        words += words_in(each)
        found += [PLACE] if is_place(each) else []
        if isinstance(each, StreamObject) and number not in on_pages:
            found += findings_in_stream(each, room)
    return [*found, *room.read("\n".join(words))]


def _contents(reader):
    """The numbers of the streams that pages show."""
    for page in reader.pages:
        contents = page.get("/Contents")
        if isinstance(contents, ArrayObject):
            yield from (each.idnum for each in contents)
        elif contents is not None:
            yield getattr(page.raw_get("/Contents"), "idnum", None)
