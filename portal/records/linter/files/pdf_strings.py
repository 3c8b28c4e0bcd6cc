"""The strings in a part of a PDF, put together as they are shown."""

import re

PLAIN = rb"[^()\\]|\\.|\\"
ONCE = rb"\((?:" + PLAIN + rb")*+\)"
TWICE = rb"\((?:[^()\\]++|\\.|" + ONCE + rb")*+\)"
LITERAL = rb"\((?P<literal>(?:[^()\\]++|\\.|" + TWICE + rb")*+)\)"
TOKEN = re.compile(
    LITERAL + rb"|<(?P<hex>[0-9A-Fa-f\s]*+)>(?!>)|(?P<space>-\d{3,5})|/(?P<font>[!-'*-.0-;=?-Z^-z]+)\s+-?[\d.]+\s+Tf\b|"
    rb"(?P<word>[A-Za-z'\"*]+)",
    re.DOTALL,
)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"\n", b"\r\n": b"", b"\n": b"", b"\r": b""}
WIDEST_GAP = 200
"""A step back, in thousandths of the size of the letters, that a reader sees as a space."""


def lines_in(part):
    """What a part shows: a list of lines, each a list of (name of the font or b"", bytes of a string)."""
    lines, line, font = [], [], b""
    for token in TOKEN.finditer(part):
        if token["font"]:
            font = token["font"]
        elif token["literal"] is not None:
            line.append((font, _unescaped(token["literal"])))
        elif token["hex"] is not None:
            line.append((font, from_hex(token["hex"])))
        elif token["space"]:
            if line and int(token["space"]) <= -WIDEST_GAP:
                line.append((b"", b" "))
        elif line:
            lines.append(line)
            line = []
    return [*lines, line] if line else lines


def as_letters(shown):
    """A string as letters, without the letters of its font."""
    if shown.startswith((b"\xfe\xff", b"\xff\xfe")):
        return shown.decode("utf-16", "replace")
    if shown.startswith(b"\xef\xbb\xbf"):
        return shown.decode("utf-8", "replace")
    return shown.replace(b"\0", b"").decode("cp1252", "replace")


def _unescaped(literal):
    return ESCAPE.sub(_meant, literal) if b"\\" in literal else literal


def _meant(escape):
    written = escape[1]
    if written[:1].isdigit() and written[:1] < b"8":
        return bytes([int(written, 8) & 0xFF])
    return SIGNS.get(written, written)


def from_hex(written):
    """The bytes that hexadecimal digits in a PDF mean; a last one that stands alone has a 0 behind it."""
    digits = b"".join(written.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
