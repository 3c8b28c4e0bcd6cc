"""In which of the portal's languages a text is written."""

import re

from portal.core.languages import LANGUAGES

ENGLISH = "the of and for in with from this data by on are is to"
FRENCH = "le la les des du de et dans pour avec cette données par sur est sont aux une"
OFTEN = {"en": frozenset(ENGLISH.split()), "fr": frozenset(FRENCH.split())}
ARABIC = re.compile(r"[\u0620-\u064a]")
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 3
"""So many of a language's most frequent words must be more than those of the others."""
NAMES = {"eng": "en", "fra": "fr", "fre": "fr", "ara": "ar", "english": "en", "french": "fr", "arabic": "ar"}


def stated_language(said: str) -> str:
    """The language that a code, a name or an address of the European Union's list says; "" for none of the portal's."""
    last = said.casefold().rstrip("/").rpartition("/")[2]
    code = NAMES.get(last, re.split(r"[-_]", last)[0])
    return code if code in LANGUAGES else ""


def written_language(text: str) -> str:
    """The language that the words of a text show; "" where they show none."""
    letters = sum(map(len, WORD.findall(text)))
    if letters and len(ARABIC.findall(text)) * 2 > letters:
        return "ar"
    words = [word.casefold() for word in WORD.findall(text)]
    counts = {language: sum(word in often for word in words) for language, often in OFTEN.items()}
    best, second = sorted(counts, key=counts.get, reverse=True)[:2]
    return best if counts[best] - counts[second] >= FEWEST else ""
