"""The archive that an XLSX file is, looked through before a library reads it: what it says of itself is checked, what
must not be in it is named."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile
from zlib import error as ZlibError

from django.utils.translation import gettext as _

from portal.transfer.bringing.wrong import Unreadable

from .table import MEGABYTE, Limits

CHUNK = 1024 * 1024
OVERLAP = 200
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?)"')
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
MOST_PARTS = 2_000
MOST_TIMES = 200
"""How many times larger than packed a part may be; a sheet that repeats itself stays below."""
SMALL = 10 * MEGABYTE
"""Below, no part is suspicious however well it packs."""


@dataclass
class Looked:
    """What was found in an archive: merged cells (references) by the name of a sheet's part."""

    merged: dict[str, list[str]] = field(default_factory=dict)


def look_through(data: bytes, limits: Limits) -> Looked:
    """Reads all parts once, in pieces. Raises Unreadable for what is no XLSX file or must not be in one."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            _require_workbook(packed, limits)
            looked = Looked()
            for each in packed.infolist():
                _look_at(packed, each, looked)
            return looked
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, OSError) as refused:
        raise Unreadable(_no_workbook()) from refused


def _no_workbook():
    return _("The file is damaged, or no XLSX file. Open it in a spreadsheet, and save it as XLSX again.")


def _require_workbook(packed, limits):
    parts = packed.infolist()
    names = {each.filename for each in parts}
    if any(each.flag_bits & 1 for each in parts):
        raise Unreadable(_("The file is protected by a password. Save it without one."))
    _require_size(parts, limits)
    if "xl/workbook.xml" not in names:
        raise Unreadable(_what_it_is(packed, names))
    lowered = {name.lower() for name in names}
    if any("vbaproject" in name or name.startswith("xl/macrosheets/") for name in lowered):
        raise Unreadable(_("The file holds macros. Save it as XLSX without macros."))
    if any(name.startswith("xl/externallinks/") for name in lowered):
        raise Unreadable(
            _("The file refers to other files (external links). Replace them by values, and save it again.")
        )
    if any(name.startswith(("xl/embeddings/", "xl/activex/")) for name in lowered):
        raise Unreadable(_("The file holds embedded objects. Take them out, and save it again."))


def _require_size(parts, limits):
    """Python reads no more of a part than it says itself, so that what it says is enough to be asked."""
    if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > limits.most_unpacked:
        size = limits.most_unpacked // MEGABYTE
        raise Unreadable(_("Unpacked, the file is larger than %d MB. Send the entries alone, in several files.") % size)
    for each in parts:
        if each.file_size > SMALL and each.file_size > MOST_TIMES * max(each.compress_size, 1):
            raise Unreadable(_("A part of the file unpacks to many times its size: this is no usual spreadsheet."))
        if each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile


def _what_it_is(packed, names):
    if "mimetype" in names and b"opendocument" in packed.read("mimetype")[:200]:
        return _("This is an OpenDocument file. Save it as XLSX or CSV.")
    if "word/document.xml" in names:
        return _("This is a text document, not a spreadsheet. Send XLSX, CSV or JSON.")
    if "xl/workbook.bin" in names:
        return _("This is an XLSB file. Save it as XLSX.")
    if any(name.startswith("xl/") for name in names):
        return _no_workbook()
    return _("This is a packed folder, not a spreadsheet. Send XLSX, CSV or JSON.")


def _look_at(packed, each, looked):
    before, is_sheet = b"", SHEET.fullmatch(each.filename)
    with packed.open(each) as part:
        while piece := part.read(CHUNK):
            # In an encoding of two bytes a sign is one of them and a zero.
            found = before + piece.replace(b"\0", b"")
            if b"<!DOCTYPE" in found or b"<!ENTITY" in found:
                raise Unreadable(_no_workbook())
            if is_sheet:
                refs = looked.merged.setdefault(each.filename, [])
                refs += [ref for ref in (match.decode() for match in MERGED.findall(found)) if ref not in refs]
            before = found[-OVERLAP:]
