"""Texts of the files as the fields take them."""

import re

from django.utils.html import escape

SENTENCE = re.compile(r"(?<=[.!?])\s+")


def paragraphs(text):
    """Rich text with a paragraph for each line."""
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def numbered(lines):
    """Rich text with a numbered list."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ol>{items}</ol>" if items else ""


def shortened(text, longest):
    """As many whole sentences as fit; of a first sentence that is too long, as many whole words."""
    short = ""
    for sentence in SENTENCE.split(text):
        if len(f"{short} {sentence}".strip()) > longest:
            break
        short = f"{short} {sentence}".strip()
    return short or text[: longest - 1].rsplit(" ", 1)[0] + "…"


def bulleted(lines):
    """Rich text with a list."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""
