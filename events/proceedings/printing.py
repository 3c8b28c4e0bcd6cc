"""Proceedings as a PDF, made from HTML by WeasyPrint and the fonts of the system. Nothing is fetched from anywhere."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import get_language_bidi

from events.proceedings.layout import blocks_of
from events.proceedings.printed_words import by_line
from portal.core.languages import reading_language

STYLES = Path(__file__).with_name("print.css")


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
    context = {
        "said": said,
        "blocks": blocks_of(said),
        "by_line": by_line(said, number),
        "lang": reading_language(),
        "is_rtl": get_language_bidi(),
        "site": settings.SITE_URL,
        "site_name": settings.WAGTAIL_SITE_NAME,
    }
    return render_to_string("proceedings/print.html", context)


def pdf_of_page(page: str) -> bytes:
    """The PDF of such a page, tagged for who has it read aloud. The same bytes for the same page."""
    from weasyprint import CSS, HTML

    styles = CSS(string=STYLES.read_text(), url_fetcher=_nothing)
    html = HTML(string=page, base_url=settings.SITE_URL, url_fetcher=_nothing)
    return html.write_pdf(stylesheets=[styles], pdf_variant="pdf/ua-1")


def digest_of_page(page: str) -> str:
    """A name for that PDF: another one when it would say, or look like, something else."""
    from weasyprint import __version__

    return hashlib.sha256("\n".join((__version__, STYLES.read_text(), page)).encode()).hexdigest()


def _nothing(url, *args, **options):
    """Whatever a page names, it is not fetched: who prints would tell others that it is read."""
    raise ValueError(f"nothing is fetched: {url[:40]}")
