"""The words in XML: of the parts of an office file, of notes about a picture. In whichever encoding it says."""

from xml.parsers import expat

from .unreadable import damaged

NAMES_OF_INLINE = """
t r rPr span a proofErr bookmarkStart bookmarkEnd bookmark bookmark-start bookmark-end hyperlink smartTag ins del sdt
sdtContent fldChar fldSimple softHyphen lastRenderedPageBreak soft-page-break commentRangeStart commentRangeEnd
commentReference annotationRef endParaRPr phoneticPr rPh b i u em strong font sub sup
"""
INLINE = frozenset(NAMES_OF_INLINE.split())
"""Elements that end within a word."""
SILENT = frozenset(["rPr", "numCache", "style", "script"])
"""Elements of which nothing is read as a text: the numbers behind a chart stand in no order that makes a place."""
NAMES_OF_SAID = "Target href descr title name display tooltip value string-value alt caption prompt error author"
SAID = frozenset(NAMES_OF_SAID.split())
"""Attributes that hold words, addresses or the exact value of a cell."""


def words_of(data):
    """What the XML in some bytes says: its text, an element a line, and behind it the words in its attributes.

    Raises Unreadable for what is no well-formed XML, and for entities of its own, which could grow without end.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = reader.text, reader.entity
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged() from error
    return "\n".join([*reader.words, "", "", *reader.said])


class _Reader:
    def __init__(self):
        self.words, self.said, self.silent = [""], [], 0

    def start(self, name, attributes):
        local = name.rpartition(":")[2]
        self.silent += local in SILENT
        self.said += [value for key, value in attributes.items() if key.rpartition(":")[2] in SAID]

    def end(self, name):
        local = name.rpartition(":")[2]
        self.silent -= local in SILENT
        if local not in INLINE and self.words[-1] and not self.silent:
            self.words.append("")

    def text(self, text):
        if not self.silent:
            self.words[-1] += text

    def entity(self, *declared):
        raise damaged()
