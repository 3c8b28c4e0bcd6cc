"""Proceedings as three kinds of readers find them, as page, PDF and DOCX."""

from io import BytesIO

from docx import Document
from pypdf import PdfReader

from events.proceedings.printing import can_print

from .browser import WORD
from .handing_over import INTRODUCTION
from .publishing import MEMBERS, PUBLIC, words_for
from .reporting import in_order
from .workshop import ACTIONS, OUTPUTS, SESSIONS, WHATS

DECLARED = [f"{what}{number:04}" for what in ("have", "need") for number in range(7)]
IDEAS = [f"idea{number:04}" for number in range(3)]


def forms():
    """The ends of the addresses of proceedings as they are today, and as they were published."""
    names = ["/", ".docx", *([".pdf"] if can_print() else [])]
    return [*names, *(f"/1{name}" for name in names)]


def told(browser, event, form):
    """The words of the workshop in one form, in the order in which each stands there first; and whether the
    introduction stands there."""
    answer = browser.client.get(f"/events/{event.slug}/proceedings{form}")
    assert answer.status_code == 200, form
    text = text_of(answer)
    return list(dict.fromkeys(WORD.findall(text))), INTRODUCTION.partition("\n")[0] in text


def text_of(answer):
    kind = answer["Content-Type"]
    if kind == "application/pdf":
        parts = [page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages]
    elif "wordprocessing" in kind:
        document = Document(BytesIO(answer.content))
        rows = [row for table in document.tables for row in table._cells]
        parts = [part.text for part in (*document.paragraphs, *(p for cell in rows for p in cell.paragraphs))]
    else:
        parts = [answer.text.partition("<main")[2]]
    return " ".join(" ".join(parts).split())


def expected(is_member):
    """The second session first, then as in the programme; in each by what it is, then as it was reported back; then
    what was declared, ideas, and for members actions by their day."""
    readable = set(words_for(PUBLIC, *([MEMBERS] if is_member else [])))
    whats = {each.word: each.kind for each in OUTPUTS}
    words = []
    for session in [1, 0, *range(2, SESSIONS)]:
        reported = [word for word in in_order()[session] if word in readable]
        words += sorted(reported, key=lambda word: WHATS.index(whats[word]))
    words += [*DECLARED, *IDEAS]
    return words + ([each.word for each in ACTIONS] if is_member else [])
