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


def pdf(*streams, page=b"", more=(), trailer=b""):
    """The bytes of a PDF of one page that shows the first of these streams of (dictionary, body), numbered from 4.

    `page` stands in the dictionary of the page, `more` are further objects behind the streams, `trailer` at the end.
    """
    page += b"" if b"/Resources" in page else b"/Resources <</Font <</F1 <</Type /Font /Subtype /Type1>>>>>>"
    page += b"/Contents 4 0 R" if streams else b""
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] %s>>" % page,
        *(b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(body), head, body) for head, body in streams),
        *more,
    ]
    return _file(objects, trailer)


def _file(objects, trailer):
    made, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, b"".join(places))
    return b"%s%strailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        made,
        table,
        count,
        trailer,
        len(made),
    )


def flate(body, head=b""):
    """A stream that is packed in the usual way."""
    return b"/Filter /FlateDecode " + head, zlib.compress(body)
