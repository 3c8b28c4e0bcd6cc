"""Proceedings as a Word document (DOCX). Its parts are written at a fixed time: the same words make the same bytes."""

from datetime import datetime
from io import BytesIO
from unicodedata import category
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.utils.translation import get_language_bidi, get_language_info
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from events.proceedings.layout import blocks_of
from events.proceedings.printed_words import by_line
from portal.core.languages import reading_language

ITEMS, BELOW, TABLE = "List Bullet", "List Continue", "Table Grid"
EPOCH = (1980, 1, 1, 0, 0, 0)
UNWRITABLE = ("Cc", "Cs")
"""What XML cannot hold: control characters, and halves of characters."""


def docx_of(said, *, number=None) -> bytes:
    """The DOCX of Proceedings, in the language of now; `number` is that of a published version."""
    document = Document()
    _describe(document, said)
    _write(document.add_paragraph(style="Title"), said.title, said.lang)
    _write(document.add_paragraph(), by_line(said, number))
    for block in blocks_of(said):
        FORMS[block.form](document, block)
    return _packed(document)


def _describe(document, said):
    about = document.core_properties
    about.title, about.author, about.language = said.title, settings.WAGTAIL_SITE_NAME, reading_language()
    about.subject, about.comments, about.last_modified_by = said.code, "", ""
    about.created = about.modified = datetime(*EPOCH)


def _heading(document, block):
    _write(document.add_paragraph(style=f"Heading {block.level - 1}"), block.words.text, block.words.lang)


def _facts(document, block):
    for label, words in block.rows:
        _labelled(document.add_paragraph(), label, words)


def _paragraph(document, block):
    paragraph = document.add_paragraph()
    if block.label:
        _labelled(paragraph, block.label, block.words)
    else:
        _write(paragraph, block.words.text, block.words.lang)


def _labelled(paragraph, label, words):
    """The label decides the direction of the line, since it comes first."""
    _write(paragraph, f"{label}: ", is_bold=True)
    _run(paragraph, words.text, words.lang)
    _cite(paragraph, words)


def _items(document, block):
    for words, below in block.rows:
        paragraph = document.add_paragraph(style=ITEMS)
        _write(paragraph, words.text, words.lang)
        _cite(paragraph, words)
        for line in below:
            _write(document.add_paragraph(style=BELOW), line.text, line.lang)


def _table(document, block):
    table = document.add_table(rows=1, cols=len(block.head), style=TABLE)
    if get_language_bidi():
        # Its place in the order that the format asks for.
        table._tbl.tblPr.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        _write(cell.paragraphs[0], text, is_bold=True)
    for row in block.rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            _write(cell.paragraphs[0], words.text, words.lang)
            _cite(cell.paragraphs[0], words)


FORMS = {"heading": _heading, "facts": _facts, "paragraph": _paragraph, "items": _items, "table": _table}


def _cite(paragraph, words):
    if words.code:
        _run(paragraph, f" ({words.code})", "en")


def _write(paragraph, text, lang="", *, is_bold=False):
    """Text of one language, which gives the paragraph its direction."""
    if _is_rtl(lang):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    _run(paragraph, text, lang, is_bold=is_bold)


def _run(paragraph, text, lang="", *, is_bold=False):
    run = paragraph.add_run("".join(char for char in text if char == "\n" or category(char) not in UNWRITABLE))
    run.bold = run.font.cs_bold = is_bold or None
    properties, is_rtl = run._r.get_or_add_rPr(), _is_rtl(lang)
    if is_rtl:
        properties.append(OxmlElement("w:rtl"))
    language = OxmlElement("w:lang")
    language.set(qn("w:bidi" if is_rtl else "w:val"), lang or reading_language())
    properties.append(language)


def _is_rtl(lang):
    return get_language_info(lang)["bidi"] if lang else get_language_bidi()


def _packed(document):
    """The bytes of the file: a ZIP, whose parts would carry the time of day."""
    made, out = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            packed.writestr(ZipInfo(name, EPOCH), parts.read(name), ZIP_DEFLATED)
    return out.getvalue()
