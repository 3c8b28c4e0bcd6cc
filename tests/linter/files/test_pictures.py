"""What a picture says beside what is seen on it."""

import io

import pytest
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from portal.records.linter.uploads import findings_in_picture, place_in_picture
from tests.linter.files.making import PLACE


def picture(kind="JPEG", **options):
    made = io.BytesIO()
    Image.new("RGB", (9, 9)).save(made, kind, **options)
    return made


def kinds_in(file):
    return {each.kind.value for each in findings_in_picture(file)}


@pytest.mark.parametrize("add", ["add_text", "add_itxt"])
def test_words_in_a_png_also_behind_the_picture(add):
    notes = PngInfo()
    getattr(notes, add)("Comment", PLACE)
    made = picture("PNG", pnginfo=notes).getvalue()
    begin = made.index(b"tEXt" if add == "add_text" else b"iTXt") - 4
    chunk = made[begin : begin + 12 + int.from_bytes(made[begin : begin + 4])]
    behind = made.replace(chunk, b"").replace(b"\0\0\0\0IEND", chunk + b"\0\0\0\0IEND")

    assert place_in_picture(io.BytesIO(made))
    assert place_in_picture(io.BytesIO(behind))
    assert not place_in_picture(picture("PNG"))


def test_a_comment_and_the_words_of_exif():
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = f"Well at {PLACE}"
    windows = Image.Exif()
    windows[ExifTags.Base.XPComment] = PLACE.encode("utf-16-le")
    author = Image.Exif()
    author[ExifTags.Base.Artist] = "john.smith@example.org"

    assert kinds_in(picture(comment=PLACE.encode())) == {"coordinates"}
    assert kinds_in(picture(exif=exif)) == {"coordinates"}
    assert kinds_in(picture(exif=windows)) == {"coordinates"}
    assert kinds_in(picture(exif=author)) == {"email"}
    assert not place_in_picture(picture(exif=author))
    assert kinds_in(picture(comment=b"Photo by the team, 2021")) == set()


@pytest.mark.parametrize("tag", [2, 4, 20, 22])
def test_each_half_of_a_place(tag):
    exif = Image.Exif()
    exif[ExifTags.IFD.GPSInfo] = {tag: (44.0, 21.0, 58.0)}

    assert kinds_in(picture(exif=exif)) == {"coordinates"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_notes_in_xmp_in_any_encoding(encoding):
    notes = '<x:xmpmeta><rdf:Description exif:GPSLatitude="33,18.9N"/></x:xmpmeta>'

    assert kinds_in(picture(xmp=notes.encode(encoding))) == {"coordinates"}
    assert kinds_in(io.BytesIO(b"\0\0\0\x18ftypheic...." + notes.encode(encoding))) == {"coordinates"}
