"""The streams of a PDF, unpacked."""

import base64
import re
import zlib
from dataclasses import dataclass, replace

from .pdf_strings import from_hex
from .unreadable import Room, damaged, too_large

BEGIN = re.compile(rb">>\s{0,20}stream(?:\r\n|\n|\r)")
OBJECT = re.compile(rb"\b(\d{1,10})\s+\d{1,5}\s+obj\b")
END = b"endstream"
NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
FILTER = re.compile(
    rb"/(ASCIIHexDecode|AHx|ASCII85Decode|A85|FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|CCITTFaxDecode|CCF|"
    rb"JBIG2Decode|DCTDecode|DCT|JPXDecode|Crypt)(?![A-Za-z0-9])"
)
ELSEWHERE = re.compile(rb"/Filter\s*\d+\s+\d+\s+R\b")
PREDICTED = re.compile(rb"/Predictor\s*(?:[2-9]|1[0-5])\b")
OF_PICTURES = frozenset([b"CCITTFaxDecode", b"CCF", b"JBIG2Decode", b"DCTDecode", b"DCT", b"JPXDecode"])
ROOM_FOR_PICTURES = 100 * 1024 * 1024


@dataclass(frozen=True)
class Stream:
    """`head` is its dictionary, `body` what it holds; a picture in a format of its own is left in it."""

    number: int
    head: bytes
    body: bytes

    @property
    def is_picture(self):
        """Whether it calls itself a picture."""
        return bool(re.search(rb"/Subtype\s*/Image\b", self.head))

    @property
    def is_font(self):
        """Whether it calls itself the letters of a font."""
        return bool(re.search(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b", self.head))


def without_streams(data):
    """What stands around the streams, and each stream with its dictionary, still packed.

    Raises Unreadable when it is not clear where one begins or ends.
    """
    around, streams, at = [], [], 0
    while begin := BEGIN.search(data, at):
        end = data.find(END, begin.end())
        if end < 0 or BEGIN.search(data, begin.end(), end):
            raise damaged()
        streams.append(_packed(data[at : begin.start() + 2], data[begin.end() : end]))
        around.append(data[at : begin.start() + 2])
        at = end + len(END)
    around.append(data[at:])
    if any(END in each for each in around):
        raise damaged()
    return b"\n".join(around), streams


def _packed(before, body):
    objects = list(OBJECT.finditer(before))
    number, head = (int(objects[-1][1]), before[objects[-1].end() :]) if objects else (0, before)
    return Stream(number, NAME.sub(lambda sign: bytes([int(sign[1], 16)]), head), body)


def unpacked(stream, room, room_for_pictures):
    """The Stream with its filters undone; raises Unreadable when one is not known or there is no room."""
    names = FILTER.findall(stream.head)
    if ELSEWHERE.search(stream.head):
        raise damaged()
    if not stream.is_picture and PREDICTED.search(stream.head) and not re.search(rb"/Type\s*/XRef\b", stream.head):
        raise damaged()
    place = room_for_pictures if stream.is_picture else room
    body = stream.body
    for name in names:
        if name in OF_PICTURES:
            break
        body = _undone(name, body, place)
    if not names:
        body = _perhaps_inflated(body, place)
    place.take(len(body))
    return replace(stream, body=body)


def _undone(name, body, room):
    try:
        if name in (b"FlateDecode", b"Fl"):
            return _inflated(body, room)
        if name in (b"ASCIIHexDecode", b"AHx"):
            return from_hex(body.partition(b">")[0])
        if name in (b"ASCII85Decode", b"A85"):
            return base64.a85decode(body.partition(b"~>")[0].strip().removeprefix(b"<~"))
    except (zlib.error, ValueError) as error:
        if body.strip():
            raise damaged() from error
        return b""
    raise damaged()


def _inflated(body, room):
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(body, room.left + 1)
    if len(data) > room.left:
        raise too_large()
    return data


def _perhaps_inflated(body, room):
    try:
        return _inflated(body, room)
    except zlib.error:
        return body


def rooms():
    """The Room for what is read, and that for pictures, which are only looked through."""
    return Room(), Room(ROOM_FOR_PICTURES)
