"""The objects of a PDF: the words in them, and whether they are places."""

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, TextStringObject

from .endings import is_geodata

OF_PLACES = {"/GPTS", "/LGIDict"}
"""The corners of a map, and the same in an older way."""


def words_in(value):
    """The list of the strings in an object, not in those that it only names."""
    if isinstance(value, TextStringObject):
        return [str(value)]
    if isinstance(value, ByteStringObject):
        return [value.replace(b"\0", b"").decode("cp1252", "replace")]
    if isinstance(value, DictionaryObject):
        return [found for each in value.values() for found in words_in(each)]
    return [found for each in value for found in words_in(each)] if isinstance(value, ArrayObject) else []


def is_place(value):
    """Whether an object, or one in it, ties the file to places on the ground, or attaches geographic data."""
    if isinstance(value, ArrayObject):
        return any(map(is_place, value))
    if not isinstance(value, DictionaryObject):
        return False
    is_map = value.get("/Subtype") == "/GEO" or OF_PLACES & value.keys()
    is_attached = "/EF" in value and any(is_geodata(str(value.get(name, ""))) for name in ("/UF", "/F"))
    return bool(is_map or is_attached) or any(map(is_place, value.values()))
