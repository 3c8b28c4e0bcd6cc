"""What a picture says beside what is seen on it: where it was taken, and words about it."""

import io
import re
import struct

from PIL import ExifTags, Image, UnidentifiedImageError

from portal.records.linter import find
from portal.records.linter.findings import Finding, FindingKind

PLACE_IN_XMP = re.compile(
    r"exif:GPSL|GPSLatitude|GPSLongitude|Iptc4xmpExt:LocationCreated|geo:lat|drone-dji:Gps", re.IGNORECASE
)
GEOTIFF = (33550, 33922, 34264, 34735)
"""Tags of pixel scale, tie points, transformation and projection."""
GPS = ExifTags.GPS
PLACE_IN_EXIF = {GPS.GPSLatitude, GPS.GPSLongitude, GPS.GPSDestLatitude, GPS.GPSDestLongitude}
WORDS_IN_BYTES = (ExifTags.Base.UserComment, *range(0x9C9B, 0x9CA0))
"""Entries of EXIF that hold words as bytes: the comment, and the title, author and keywords of Windows."""
TAG = re.compile(r"<[^<>]{0,4000}>")
BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, struct.error, Image.DecompressionBombError)


def findings_in_picture(file):
    """The Findings in what a picture says about itself; the place where it was taken is one without words."""
    file.seek(0)
    data = file.read()
    file.seek(0)
    try:
        is_place, words = _described(data)
    except BROKEN:
        is_place, words = _in_unknown(data), []
    if is_place or says_place(data):
        return [Finding(FindingKind.COORDINATES, 0, 0, "GPS", "place of a picture")]
    return [found for each in words for found in find(each)]


def says_place(data):
    """Whether notes in XMP, among some bytes or in a text, name a place."""
    text = data if isinstance(data, str) else data.replace(b"\0", b"").decode("latin-1")
    return bool(PLACE_IN_XMP.search(text))


def _described(data):
    """Whether a picture that Pillow reads names a place in its EXIF or XMP or as a map, and the words it holds."""
    with Image.open(io.BytesIO(data)) as picture:
        if picture.format == "PNG":
            # Words may stand behind the picture itself.
            picture.load()
        exif = picture.getexif()
        notes = [_words(each) for key, each in picture.info.items() if key not in ("exif", "icc_profile")]
        is_place = bool(_gps(exif)) or any(tag in exif for tag in GEOTIFF) or any(map(says_place, notes))
        return is_place, [TAG.sub("\n", each) for each in [*notes, *_words_in_exif(exif)] if each]


def _gps(exif):
    """The entries of its EXIF that name a place: a version or an empty entry names none."""
    return PLACE_IN_EXIF & exif.get_ifd(ExifTags.IFD.GPSInfo).keys()


def _words_in_exif(exif):
    entries = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    return [_words(each) for key, each in entries.items() if isinstance(each, str) or key in WORDS_IN_BYTES]


def _words(value):
    """A text, or bytes that may be one in one or two bytes a letter."""
    if isinstance(value, bytes):
        return value.replace(b"\0", b"").decode("utf-8", "replace")
    return value if isinstance(value, str) else ""


def _in_unknown(data):
    """Whether the bytes of a format that Pillow does not read, such as HEIC, hold an EXIF with a place."""
    begin = data.find(b"Exif\x00\x00")
    exif = Image.Exif()
    try:
        if begin >= 0:
            exif.load(data[begin:])
            return bool(_gps(exif))
    except BROKEN:
        pass
    return False
