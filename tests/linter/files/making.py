"""Files of the kinds that the linter reads, made for a test."""

import io
import zipfile
import zlib

PLACE = "33.31523, 44.36611"


def archive(*parts, first=b""):
    """The bytes of an office file of these (name, content), with some bytes before it."""
    made = io.BytesIO()
    made.write(first)
    with zipfile.ZipFile(made, "a" if first else "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts:
            file.writestr(name, content)
    return made.getvalue()


def words(text):
    """A part of an office file with some words in it."""
    return f'<w:document xmlns:w="x"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>'


def pdf(*streams, around=b""):
    """The bytes of a PDF with streams of (dictionary, body), numbered from 1, and what stands around them."""
    objects = b"".join(
        b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (number, head, body)
        for number, (head, body) in enumerate(streams, 1)
    )
    return b"%PDF-1.4\n" + objects + around + b"\n%%EOF"


def flate(body, head=b""):
    """A stream that is packed in the usual way."""
    return b"/Filter /FlateDecode " + head, zlib.compress(body)
