"""Office files, which are archives: each of their parts is read, or the whole is refused."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from portal.records.linter.findings import Finding, FindingKind

from .endings import is_geodata
from .markup import words_of
from .pictures import findings_in_picture
from .plain_texts import decoded
from .unreadable import damaged, holds_unknown

KINDS = {
    "xml": "xml rels vml rdf svg xhtml psmdcp",
    "text": "txt csv json htm html css",
    "picture": "jpg jpeg jpe jfif png gif bmp webp heic heif tif tiff avif wdp ico",
    "drawing": "emf wmf",
    "office": "docx xlsx pptx odt ods odp odg dotx xltx potx docm xlsm pptm sldx",
}
KIND_OF = {ending: kind for kind, endings in KINDS.items() for ending in endings.split()}
"""How a part is read, by the ending of its name."""
WITHOUT_WORDS = re.compile(
    r"mimetype$|layout-cache$|(?:.*/)?printerSettings\d*\.bin$|.*\.(?:odttf|ttf|otf|fntdata)$", re.IGNORECASE
)
"""Parts that no reader sees: settings of printers, letters, the places of lines on a page."""
DRAWN = re.compile(r"(?:^|/)ObjectReplacements/[^/]+$")
IN_TWO_BYTES = re.compile(rb"(?:[\x20-\x7e]\x00){5,2000}")
IN_ONE_BYTE = re.compile(rb"[\x20-\x7e]{5,2000}")
BROKEN = (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError, ValueError)


def findings_in_office_file(data, room, depth=0):
    """The Findings in every part of an office file; raises Unreadable when a part cannot be read.

    `room` is the Room for what is unpacked; `depth` is 1 for a file within another, which may hold no third.
    """
    found = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.infolist():
                room.take(part.file_size)
                found += _in_part(part.filename, parts.read(part), room, depth)
    except BROKEN as error:
        raise damaged() from error
    return found


def _in_part(name, data, room, depth):
    if is_geodata(name):
        return [Finding(FindingKind.COORDINATES, 0, len(name), name, "geographic data")]
    if not data or WITHOUT_WORDS.match(name):
        return []
    kind = "drawing" if DRAWN.search(name) else KIND_OF.get(PurePosixPath(name.lower()).name.rpartition(".")[2])
    if kind == "picture":
        return findings_in_picture(io.BytesIO(data))
    if kind == "office" and depth == 0:
        return findings_in_office_file(data, room, depth + 1)
    if kind in WORDS:
        return room.read(WORDS[kind](data))
    raise holds_unknown(name)


def _words_in_drawing(data):
    """The words among the instructions of a drawing, in one or two bytes a letter."""
    wide = b"\n".join(IN_TWO_BYTES.findall(data)).replace(b"\0", b"")
    return b"\n\n".join([wide, *IN_ONE_BYTE.findall(data)]).decode("ascii")


WORDS = {"xml": words_of, "text": decoded, "drawing": _words_in_drawing}
