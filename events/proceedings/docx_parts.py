"""What python-docx has no words for: direction and language of runs, links, page numbers, a file of fixed bytes."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import get_language_bidi, get_language_info
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from portal.core.languages import reading_language
from portal.core.writable import writable

EPOCH = datetime(1980, 1, 1)
A4, MARGIN = (210, 297), 22
WIDTH = A4[0] - 2 * MARGIN
"""Millimetres of a line."""
LETTERS = "Arial"
"""On every machine, for Latin and Arabic."""
OF_LINKS = RGBColor(0x0A, 0x55, 0x63)


def is_rtl(lang) -> bool:
    """Whether words of that language ("": that of the interface) are written from right to left."""
    return get_language_info(lang)["bidi"] if lang else get_language_bidi()


def isolated(text, lang) -> str:
    """Words in a paragraph of the interface's direction: those of the other one stay together, signs and all."""
    return f"\u2068{text}\u2069" if is_rtl(lang) != is_rtl("") and lang else text


def directed(paragraph, lang=""):
    """The paragraph, with the direction of a language."""
    if is_rtl(lang):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph


def add_run(paragraph, text, lang="", *, is_bold=False):
    """Adds words of one language to a paragraph; returns the run."""
    run = paragraph.add_run(writable(text))
    run.bold = run.font.cs_bold = is_bold or None
    properties = run._r.get_or_add_rPr()
    if is_rtl(lang):
        properties.append(OxmlElement("w:rtl"))
    properties.append(_language(lang))
    return run


def add_link(paragraph, text, address, lang=""):
    """Adds words that lead to an address."""
    run = add_run(paragraph, text, lang)
    run.font.color.rgb, run.font.underline = OF_LINKS, True
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(writable(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(link)
    link.append(run._r)


def styled(document, name):
    """A new paragraph in the style of that name. By its id: to look for a style takes longer than all the rest."""
    paragraph = document.add_paragraph()
    paragraph._p.style = name.replace(" ", "")
    return paragraph


def set_up(document):
    """Paper, language of the whole, numbers of the pages."""
    section = document.sections[0]
    section.page_width, section.page_height = map(Mm, A4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    _set_styles(document.styles)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(_language(""))
    number = directed(section.footer.paragraphs[0])
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(number.add_run(), "PAGE")


def _set_styles(styles):
    """Letters without serifs, the colour of the portal, lines of a list close to each other."""
    for name in ("Normal", "No Spacing", "Title", "Heading 1", "Heading 2", "Heading 3"):
        font = styles[name].font
        font.name = LETTERS
        fonts = styles[name].element.get_or_add_rPr().rFonts
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
        fonts.set(qn("w:cs"), LETTERS)
        if name not in ("Normal", "No Spacing"):
            font.color.rgb = OF_LINKS
    for space in styles["Title"].element.rPr.findall(qn("w:spacing")):
        # Letters of Arabic that stand apart are no word any more.
        styles["Title"].element.rPr.remove(space)
    for name in ("List Bullet", "List Continue", "No Spacing"):
        styles[name].paragraph_format.space_after = Pt(3)


def repeated(row):
    """Marks a row of a table as its heading, which stands on every page and is read as such."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def unbroken(row):
    """Keeps a row of a table on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def packed(document) -> bytes:
    """The bytes of the file: a ZIP, whose parts would carry the time of day."""
    made, out = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(out, "w", ZIP_DEFLATED) as fixed:
        for name in parts.namelist():
            fixed.writestr(ZipInfo(name, EPOCH.timetuple()[:6]), parts.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _language(lang):
    element, code = OxmlElement("w:lang"), lang or reading_language()
    element.set(qn("w:bidi" if is_rtl(lang) else "w:val"), code)
    return element


def _field(run, name):
    run.font.size = Pt(9)
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run._r.append(element)
