"""A process of its own that makes a PDF: HTML and styles come in, the PDF goes out. Run as a module, without Django.

Apart from the portal's own process, so that it can be ended when it takes too long and keeps no thread from its pages.
"""

import json
import logging
import os
import sys


def press(page: str, styles: str) -> bytes:
    """The PDF of a page, tagged for those who have it read aloud. Whatever it names, nothing is fetched."""
    from weasyprint import CSS, HTML

    css = CSS(string=styles, url_fetcher=_nothing)
    return HTML(string=page, url_fetcher=_nothing).write_pdf(stylesheets=[css], pdf_variant="pdf/ua-1")


def _nothing(url, *args, **options):
    """Who prints would tell others that it is read."""
    raise ValueError(f"nothing is fetched: {url[:40]}")


if __name__ == "__main__":
    # Whoever reads a page meanwhile comes first.
    os.nice(10)
    # What it would say of the text is for nobody's log.
    logging.disable(logging.CRITICAL)
    given = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(press(given["page"], given["styles"]))
