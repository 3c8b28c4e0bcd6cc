"""Plain texts and tables in the encodings in which people save them, said or not."""

import re

from .unreadable import unfit

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32"}
MARKS |= {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
NO_TEXT = re.compile("[\0-\x08\x0e-\x19\x1c-\x1f]")
"""Signs that no text has: what holds them is of another kind."""


def decoded(data):
    """The text in the bytes of a plain file; raises Unreadable for what is no text."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if NO_TEXT.search(text):
            raise unfit()
        return text
    raise unfit()


def _encodings(data):
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return [encoding]
    if b"\0" not in data:
        # Arabic and western texts of older programs share the figures, which is what is looked for.
        return ["utf-8", "cp1256"]
    if data.count(b"\0") > len(data) / 2:
        return ["utf-32-le", "utf-32-be"]
    # Figures, spaces and Latin letters have an empty byte: behind, or before.
    is_little = data[1::2].count(b"\0") >= data[::2].count(b"\0")
    return ["utf-16-le" if is_little else "utf-16-be"]
