"""Where the words of a query stand in a text that the reader may read."""

import re
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from . import analysis

WIDTH = 240
MOST_PLACES = 40
MOST_TRIES = 200
BEGINNING = 4
"""Letters of an analysed word that all its forms have in common; the few that have not are left unmarked."""
INSIDE = re.compile(rf"[^\W_{analysis.MARKS}]|['’{analysis.MARKS}{analysis.UNSEEN}]")
BETWEEN_FIELDS = "\n\n"
"""Stands between the texts of two fields; one line end parts the paragraphs or items of one."""
LINE_END = re.compile(r"([.!?…:;؟؛]?)\s*\n\s*")
# One letter for one, so that places stay the same.
ALIKE = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöùúûüýÿœأإآٱىةؤئ٠١٢٣٤٥٦٧٨٩", "aaaaaaceeeeiiiinooooouuuuyyoاااايهءء0123456789"
)


def highlighted(texts: Iterable[str], words: frozenset[str], language: str) -> SafeString:
    """The part of the first text with matches that has most of the words, each marked; empty when no text has any."""
    for text in texts:
        if places := _places(text, words, language):
            start, end = _window(text, places)
            return _marked(text, start, end, [place for place in places if start <= place[0] and place[1] <= end])
    return SafeString("")


def _places(text, words, language):
    """Start, end and word of the matches, in their order. Only words that begin alike are analysed."""
    alike = text.lower() if text.isascii() else _alike(text)
    found, tries = {}, 0
    for beginning in sorted({word[:BEGINNING] for word in words}):
        at = alike.find(beginning)
        while at >= 0 and len(found) < MOST_PLACES and tries < MOST_TRIES:
            tries += 1
            start, end = _token(text, at)
            if matched := words.intersection(analysis.words_of(text[start:end][: analysis.LONGEST_TOKEN], language)):
                found[start] = (start, end, min(matched))
            at = alike.find(beginning, max(end, at + 1))
    return [found[start] for start in sorted(found)]


def _alike(text):
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(ALIKE)


def _token(text, at):
    while at and INSIDE.match(text[at - 1]):
        at -= 1
    match = analysis.TOKEN.search(text, at)
    return match.span() if match else (at, at)


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
    return LINE_END.sub(_joint, text)


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
