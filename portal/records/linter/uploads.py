"""What a file says beside or within what its reader sees: where a picture was taken, geographic data, texts."""

import io
import re
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from PIL import ExifTags, Image, UnidentifiedImageError

from . import find
from .findings import Finding, FindingKind
from .passages import as_read

ENDINGS = """
cpg csvt dbf e00 fgb gdb geojson geotiff gml gpkg gpx img jgw jp2 kml kmz loc mbtiles mif mps ov2 osm pbf prj qgs qgz
sbn sbx shp shx sid tab tcx tfw topojson vrt wkb wkt wpt
"""
GEODATA = frozenset(ENDINGS.split())
"""Endings of files that hold places."""
MOST_BYTES = 40 * 1024 * 1024
"""Unpacked; more is no text of a document but an attack."""
TEXTS = re.compile(
    r"(?:^|/)(?:content|styles|meta|document\d*|comments|footnotes|endnotes|header\d*|footer\d*|sharedStrings|core|app|"
    r"custom|sheet\d+|slide\d+|notesSlide\d+)\.xml$"
)
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff", ".avif")
TAG_END = re.compile(r"</(?:\w{1,10}:)?(?:p|tr|row|si|c|h|table-row|table-cell|title|description|creator|keywords)>")
PLACE_IN_XMP = re.compile(
    rb"exif:GPSL|GPSLatitude|GPSLongitude|Iptc4xmpExt:LocationCreated|geo:lat|drone-dji:Gps", re.IGNORECASE
)
PLACE_IN_PDF = re.compile(rb"/Type\s?/Measure[^>]{0,200}/Subtype\s?/GEO|/Subtype\s?/GEO\b|/GPTS\s?\[|/LGIDict")
STREAM = re.compile(rb"stream\r?\n")
PDF_TEXT = re.compile(rb"\(((?:[^()\\]|\\.){0,2000})\)")
MOST_STREAMS = 5_000


def is_geodata(name):
    """Whether a file of that name holds geographic data."""
    return PurePosixPath(name).suffix.lower().lstrip(".") in GEODATA


def place_in_picture(file):
    """Whether a picture says where it was taken: in its EXIF or XMP, or as a picture of a map with its corners."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            exif = picture.getexif()
            described = [each for each in picture.info.values() if isinstance(each, bytes | str)]
            return bool(_gps(exif)) or any(map(_names_place, described)) or any(tag in exif for tag in GEOTIFF)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        file.seek(0)
        return _says_place(file.read())
    finally:
        file.seek(0)


GEOTIFF = (33550, 33922, 34264, 34735)
"""Tags of pixel scale, tie points, transformation and projection."""


def _gps(exif):
    """The entries of its EXIF that name a place: a version or an empty entry names none."""
    entries = exif.get_ifd(ExifTags.IFD.GPSInfo)
    return {ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude, ExifTags.GPS.GPSDestLatitude} & entries.keys()


def _says_place(data):
    """Whether the bytes of a format that Pillow does not read, such as HEIC, hold an EXIF or XMP with a place."""
    begin = data.find(b"Exif\x00\x00")
    exif = Image.Exif()
    try:
        if begin >= 0:
            exif.load(data[begin:])
            return bool(_gps(exif))
    except (SyntaxError, ValueError, OSError, struct.error):
        pass
    return bool(PLACE_IN_XMP.search(data))


def _names_place(described):
    described = described if isinstance(described, bytes) else described.encode("utf-8", "replace")
    return bool(PLACE_IN_XMP.search(described))


def findings_in_document(file):
    """The Findings in a document: in its texts, its notes about itself, and the pictures that it holds.

    Of a PDF only what is written in plain letters is read: one that spells by the shapes of its fonts is not.
    """
    file.seek(0)
    data = file.read(MOST_BYTES)
    file.seek(0)
    if data.startswith(b"PK"):
        return _in_office_file(data)
    if data.startswith(b"%PDF"):
        return _in_pdf(data)
    return find(_decoded(data))


def _decoded(data):
    for encoding in ("utf-8-sig", "utf-16"):
        if encoding == "utf-16" and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    # Arabic and western texts of older programs share the figures, which is what is looked for.
    return data.decode("cp1256", "replace")


def _in_office_file(data):
    found, left = [], MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.infolist():
                left -= part.file_size
                if left < 0:
                    break
                found += _in_part(part.filename, parts)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError):
        pass
    return found


def _in_part(name, parts):
    if is_geodata(name):
        return [Finding(FindingKind.COORDINATES, 0, len(name), name, "geographic data")]
    if name.lower().endswith(PICTURES):
        return [_of_picture(name)] if place_in_picture(io.BytesIO(parts.read(name))) else []
    if TEXTS.search(name):
        text = TAG_END.sub("\n", parts.read(name).decode("utf-8", "replace"))
        return find(as_read(text))
    return []


def _of_picture(name):
    return Finding(FindingKind.COORDINATES, 0, len(name), name, "place of a picture")


def _in_pdf(data):
    parts = [data, *_unpacked(data)]
    found = []
    if any(PLACE_IN_PDF.search(part) or PLACE_IN_XMP.search(part) for part in parts):
        found.append(Finding(FindingKind.COORDINATES, 0, 0, "GPS", "place in a PDF"))
    lines = "\n".join(_said(part) for part in parts)
    return [*found, *find(lines)]


def _unpacked(data):
    for number, begin in enumerate(STREAM.finditer(data)):
        if number > MOST_STREAMS:
            return
        try:
            yield zlib.decompressobj().decompress(data[begin.end() :], 4 * 1024 * 1024)
        except zlib.error:
            continue


def _said(part):
    """The plain letters of a part: of each operator that shows text the pieces, put together."""
    lines = []
    for line in re.split(rb"T\*|Tj|TJ|'\s|Td|TD|ET|\n", part):
        pieces = PDF_TEXT.findall(line)
        if pieces:
            lines.append(b"".join(pieces).replace(rb"\(", b"(").replace(rb"\)", b")").decode("latin-1"))
    return "\n".join(lines)
