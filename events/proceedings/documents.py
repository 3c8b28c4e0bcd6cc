"""Proceedings as a Word document (DOCX). Its parts are written at a fixed time: the same words make the same bytes."""

from dataclasses import replace

from django.conf import settings
from django.utils.translation import get_language_bidi, pgettext
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from events.proceedings.blocks import OF_ADDRESSES
from events.proceedings.docx_parts import (
    EPOCH,
    WIDTH,
    add_link,
    add_run,
    directed,
    isolated,
    packed,
    repeated,
    set_up,
    styled,
    unbroken,
)
from events.proceedings.layout import blocks_of
from events.proceedings.printed_words import by_line
from portal.core.languages import reading_language
from portal.core.writable import writable

ITEMS, BELOW, FACT, TABLE = "List Bullet", "List Continue", "No Spacing", "Table Grid"
LONGEST_PROPERTY = 255
"""Characters that a property of a Word document holds."""
SHARES = (0.5, 0.22, 0.15, 0.13)
"""Of the width of a page, for the columns of the table of actions."""


def docx_of(said, *, number=None) -> bytes:
    """The DOCX of Proceedings, in the language of now; `number` is that of a published version."""
    document = Document()
    set_up(document)
    _describe(document, said)
    _write(styled(document, "Title"), said.title, said.lang)
    _write(document.add_paragraph(), by_line(said, number))
    for block in blocks_of(said):
        FORMS[block.form](document, block)
    return packed(document)


def _describe(document, said):
    about = document.core_properties
    about.title = writable(said.title)[:LONGEST_PROPERTY]
    about.author, about.language = settings.WAGTAIL_SITE_NAME, reading_language()
    about.subject, about.comments, about.last_modified_by = said.code, "", ""
    about.created = about.modified = EPOCH


def _heading(document, block):
    _write(styled(document, f"Heading {block.level - 1}"), block.words.text, block.words.lang)


def _facts(document, block):
    for label, words in block.rows:
        _labelled(styled(document, FACT), label, words)


def _paragraph(document, block):
    paragraph = document.add_paragraph()
    if block.label:
        _labelled(paragraph, block.label, block.words)
    else:
        _write_words(paragraph, block.words)


def _labelled(paragraph, label, words):
    """The label decides the direction of the line, since it comes first."""
    _write(paragraph, f"{label}{pgettext('before an explanation', ': ')}", is_bold=True)
    _add(paragraph, words)


def _items(document, block):
    for words, below in block.rows:
        # The mark stands where the page begins, whatever the language of the words.
        _add(directed(styled(document, ITEMS)), replace(words, text=isolated(words.text, words.lang)))
        for line in below:
            _write_words(styled(document, BELOW), line)


def _table(document, block):
    table = document.add_table(rows=1, cols=len(block.head), style=TABLE)
    for column, share in zip(table.columns, SHARES, strict=True):
        column.width = Mm(WIDTH * share)
    if get_language_bidi():
        # Its place in the order that the format asks for.
        table._tbl.tblPr.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))
    repeated(table.rows[0])
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        _write(cell.paragraphs[0], text, is_bold=True)
    for words_of_row in block.rows:
        row = table.add_row()
        unbroken(row)
        for cell, words in zip(row.cells, words_of_row, strict=True):
            _write_words(cell.paragraphs[0], words)


FORMS = {"heading": _heading, "facts": _facts, "paragraph": _paragraph, "items": _items, "table": _table}


def _write(paragraph, text, lang="", *, is_bold=False):
    """Text of one language, which gives the paragraph its direction."""
    add_run(directed(paragraph, lang), text, lang, is_bold=is_bold)


def _write_words(paragraph, words):
    """An address alone in its line stands where the lines around it begin."""
    directed(paragraph, "" if words.lang == OF_ADDRESSES and words.is_elsewhere else words.lang)
    _add(paragraph, words)


def _add(paragraph, words):
    """Words that lead somewhere are a link; the code of an entry is, since its title may be long."""
    if words.address:
        add_link(paragraph, words.text, words.url_from(settings.SITE_URL), words.lang)
        return
    add_run(paragraph, words.text, words.lang)
    if words.code:
        add_run(paragraph, " (", "en")
        add_link(paragraph, words.code, words.url_from(settings.SITE_URL), OF_ADDRESSES)
        add_run(paragraph, ")", "en")
