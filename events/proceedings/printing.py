"""Proceedings as a PDF, made from HTML by WeasyPrint and the fonts of the system."""

import hashlib
import json
import subprocess
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language_bidi

from events.proceedings.layout import blocks_of
from events.proceedings.printed_words import by_line
from portal.core.languages import reading_language
from portal.core.writable import writable

STYLES = Path(__file__).with_name("print.css")
LONGEST = 60.0
"""Seconds that a PDF may take: a hundred pages take ten on a busy machine."""


class TooLong(Exception):
    """It is too long for a PDF."""


@cache
def can_print() -> bool:
    """Whether this machine makes PDFs: WeasyPrint needs Pango, which is no Python package."""
    try:
        import weasyprint  # noqa: F401  slow to import, and not there on every machine
    except (ImportError, OSError):
        return False
    return True


def print_page(said, *, number=None) -> str:
    """The HTML of which the PDF of Proceedings is made, in the language of now; `number` is that of a published
    version."""
    facts, *blocks = blocks_of(said)
    context = {
        "said": said,
        "facts": [facts],
        "blocks": blocks,
        "contents": [block for block in blocks if block.anchor],
        "by_line": by_line(said, number),
        "lang": reading_language(),
        "is_rtl": get_language_bidi(),
        "site": settings.SITE_URL,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    return writable(render_to_string("proceedings/print.html", context))


def pdf_of_page(page: str) -> bytes:
    """The PDF of such a page, by a process of its own (press.py). The same bytes for the same page.

    Raises TooLong when it takes more than LONGEST seconds.
    """
    given = json.dumps({"page": page, "styles": STYLES.read_text()}).encode()
    command = [sys.executable, "-m", "events.proceedings.press"]
    try:
        made = subprocess.run(
            command, input=given, capture_output=True, check=True, timeout=LONGEST, cwd=settings.BASE_DIR
        )
    except subprocess.TimeoutExpired as late:
        raise TooLong from late
    return made.stdout


def digest_of_page(page: str) -> str:
    """A name for that PDF: another one when it would say, or look like, something else."""
    return hashlib.sha256("\n".join((version("weasyprint"), STYLES.read_text(), page)).encode()).hexdigest()
