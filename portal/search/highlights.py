"""Where the words of a query stand in a text that the reader may read."""

import re
from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from .places import BEGINNING, MOST_TRIES, Shown

WIDTH = 240
MOST_PLACES = 40
BETWEEN_FIELDS = "\n\n"
"""Stands between the texts of two fields; one line end parts the paragraphs or items of one."""
LINE_END = re.compile(r"([.!?…:;؟؛]?)\s*\n\s*")


def highlighted(texts: Iterable[str], words: frozenset[str], language: str) -> SafeString:
    """The part of the first text with matches that has most of the words, each marked; empty when no text has any."""
    return highlighted_in((Shown(text, language) for text in texts), words)


def highlighted_in(texts: Iterable[Shown], words: frozenset[str]) -> SafeString:
    """The same of texts that were looked into before."""
    beginnings = sorted({word[:BEGINNING] for word in words})
    for shown in texts:
        if places := _places(shown, words, beginnings):
            text, (start, end) = shown.text, _window(shown.text, places)
            return _marked(text, start, end, [place for place in places if start <= place[0] and place[1] <= end])
    return SafeString("")


def _places(shown, words, beginnings):
    """Start, end and word of the matches, in their order."""
    found, tries = {}, 0
    for beginning in beginnings:
        for start, end in shown.tokens(beginning) if beginning in shown.alike else ():
            tries += 1
            if len(found) >= MOST_PLACES or tries > MOST_TRIES:
                break
            if matched := words.intersection(shown.words(start, end)):
                found[start] = (start, end, min(matched))
    return [found[start] for start in sorted(found)]


def _window(text, places):
    """The stretch of WIDTH characters with most different words, the earliest of equals, cut between words."""

    def different(place):
        return len({word for start, end, word in places if place[0] <= start and end <= place[0] + WIDTH - 40})

    first = max(places, key=different)[0]
    if len(text) <= WIDTH:
        return 0, len(text)
    start = text.find(" ", first - 40, first) + 1 or first if first > 40 else 0
    end = start + WIDTH
    if end < len(text) and (space := text.rfind(" ", start + WIDTH // 2, end)) > 0:
        end = space
    return start, min(end, len(text))


def _in_one_line(text):
    """The text with a dot between paragraphs or items, three between fields: else all would read as one sentence."""
    return LINE_END.sub(_joint, text) if "\n" in text else text


def _joint(found):
    if BETWEEN_FIELDS in found[0]:
        return f"{found[1]} … "
    return f"{found[1]} " if found[1] else " · "


def _marked(text, start, end, places):
    parts, at = ["…" if start else ""], start
    for first, last, _ in places:
        parts += [escape(_in_one_line(text[at:first])), "<mark>", escape(text[first:last]), "</mark>"]
        at = last
    parts += [escape(_in_one_line(text[at:end])), "…" if end < len(text) else ""]
    return mark_safe("".join(parts))  # every part of the text was escaped above
