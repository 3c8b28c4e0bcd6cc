"""An XLSX file, taken out of its archive before a library reads it: what its archive says of itself is not believed."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

MOST_UNPACKED = 2 * 1024 * 1024
MOST_TAGS = 100_000
"""Signs `<` in all parts together: a list of a thousand people, each with some styled cells, stays below the half."""


class TooMuch(Exception):
    """It is more than a list of people can be."""


def unpacked(data) -> BytesIO:
    """The same parts in an archive that is not packed. Raises TooMuch for more bytes or cells than a list of people
    holds, BadZipFile for what spreadsheets are not packed with, and for declarations that a reader would expand."""
    file, bytes_left, tags_left = BytesIO(), MOST_UNPACKED, MOST_TAGS
    with ZipFile(BytesIO(data)) as packed, ZipFile(file, "w", ZIP_STORED) as plain:
        for each in packed.infolist():
            part = _read(packed, each, bytes_left)
            bytes_left -= len(part)
            tags_left -= part.count(b"<")
            if bytes_left < 0 or tags_left < 0:
                raise TooMuch
            plain.writestr(each.filename, part)
    return file


def _read(packed, each, most):
    """The bytes of one part, at most one more than `most`."""
    if each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadZipFile
    with packed.open(each) as part:
        found = part.read(most + 1)
    # In an encoding of two bytes a sign is one of them and a zero.
    if b"<!DOCTYPE" in found.replace(b"\0", b""):
        raise BadZipFile
    return found
