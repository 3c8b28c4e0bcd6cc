"""What an uploaded file holds that must not be read by all: exact places, numbers of persons. Or it cannot be read."""

import io
import zipfile
from pathlib import PurePosixPath

from .files.endings import is_geodata
from .files.office_files import findings_in_office_file
from .files.pdf_files import findings_in_pdf
from .files.pictures import findings_in_picture
from .files.plain_texts import decoded
from .files.unreadable import MOST_BYTES, Room, Unreadable, too_large, unfit

__all__ = ["Unreadable", "findings_in_document", "findings_in_picture", "is_geodata", "place_in_picture"]

READERS = {
    "archive": lambda data: findings_in_office_file(data, Room()),
    "pdf": findings_in_pdf,
    "text": lambda data: Room().read(decoded(data)),
}
KINDS = {"pdf": "pdf", "csv": "text", "txt": "text"} | dict.fromkeys(("docx", "odt", "ods", "pptx", "xlsx"), "archive")
"""How files of an ending are read."""
OTHER_KINDS = (b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"MZ")
LATEST_BEGIN = 1024
"""Readers of PDF look for its beginning so far."""


def findings_in_document(file, name=""):
    """The Findings in a document: in its texts, its notes about itself, the pictures and files that it holds.

    Raises Unreadable where something in it cannot be read, or is not what the ending of `name` says.
    """
    file.seek(0)
    data = file.read(MOST_BYTES + 1)
    file.seek(0)
    if len(data) > MOST_BYTES:
        raise too_large()
    kind = _kind(data)
    ending = PurePosixPath(name).suffix.lower().lstrip(".")
    if kind is None or KINDS.get(ending, kind) != kind:
        raise unfit()
    return READERS[kind](data)


def _kind(data):
    """How the content of a file is to be read; None for what is not."""
    if data.startswith(b"PK\x03\x04") or zipfile.is_zipfile(io.BytesIO(data)):
        return "archive"
    if b"%PDF" in data[:LATEST_BEGIN]:
        return "pdf"
    return None if data.lstrip().startswith(OTHER_KINDS) else "text"


def place_in_picture(file):
    """Whether a picture, or its words, say where it was taken."""
    return any(found.kind == "coordinates" for found in findings_in_picture(file))
