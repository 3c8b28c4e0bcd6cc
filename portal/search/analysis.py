"""The one analysis of words, for documents, queries and highlights, whatever the store.

A *token* is what stands in a text ("l'Étude"), its *words* are what is stored and matched ("etud"). Arabic script is
always analysed as Arabic, other script by the language of its text; a query has no language, so that its tokens have
the *variants* of all.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from . import arabic
from .stop_words import STOP_WORDS

LONGEST_WORD = 40
LONGEST_TOKEN = 120
# Letters and digits of any script, the marks on them, and what is invisible inside words.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff"
)
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
TOKEN = re.compile(rf"[^\W_][^\W_{MARKS}{UNSEEN}]*(?:[{MARKS}{UNSEEN}'’ʼ＇]*[^\W_])*[{MARKS}{UNSEEN}]*")
PART = re.compile(r"[^\W_]+")
DROPPED = re.compile(rf"[{MARKS}{UNSEEN}]")
# What no text of the portal may hold: controls, directions that reach beyond their line, halves of characters, and what
# is no character, two of which XML cannot hold.
NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
UNWANTED = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff{NO_CHARACTERS}]"
)
ARABIC_LETTERS = re.compile("[\u0620-\u064a\u066e-\u06d3]")
ELIDED = frozenset(["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"])
ONE_WORD = {"aujourd'hui": "aujourdhui"}
PLURAL_ACRONYM = re.compile("[A-Z]{2,6}s")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"})
AMERICAN = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)")
STEMMERS = {"en": snowballstemmer.stemmer("english"), "fr": snowballstemmer.stemmer("french")}


def clean(text: str, limit: int | None = None) -> str:
    """The text without characters that no reader sees, at most `limit` characters of it."""
    return UNWANTED.sub("", text[:limit])


def tokens(text: str) -> Iterator[re.Match]:
    """The tokens of a text with their places."""
    return TOKEN.finditer(text)


def words(text: str, language: str) -> list[str]:
    """The analysed words of a text in one language (a key of LANGUAGES), in their order."""
    return [word for token in TOKEN.findall(text) for word in words_of(token[:LONGEST_TOKEN], language)]


def plain_words(text: str) -> list[str]:
    """The folded words of a text, not stemmed: what a prefix is looked for in."""
    return [word for token in TOKEN.findall(text) for word in _parts(token[:LONGEST_TOKEN])]


@lru_cache(maxsize=100_000)
def words_of(token: str, language: str) -> tuple[str, ...]:
    """The analysed words of one token: none of an elided article, two of "P-code's"."""
    return tuple(_stem(part, language) for part in _parts_as_written(token))


@lru_cache(maxsize=10_000)
def variants_of(token: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query's token, the analysed words that it may stand for in a document."""
    return tuple(_variants(part) for part in _parts_as_written(token))


def is_stop_word(token: str) -> bool:
    """Whether a query's token carries no meaning; an acronym in capitals (WHO, IT) does."""
    if 1 < len(token) <= 5 and token.isupper():
        return False
    return all(part in STOP_WORDS for part in _parts(token))


@lru_cache(maxsize=10_000)
def _parts(token: str) -> tuple[str, ...]:
    return tuple(arabic.fold(part) for part in _parts_as_written(token))


def _parts_as_written(token: str) -> list[str]:
    """The words of a token in lower case, without accents, elisions and invisible signs, hamza as written. The stemmers
    leave the plural of acronyms on which end in a vowel (NGOs, CHAs); here it goes from all."""
    if PLURAL_ACRONYM.fullmatch(token):
        token = token[:-1]
    text = DROPPED.sub("", _composed(token)).casefold().translate(LIGATURES)
    text = re.sub("[’ʼ＇]", "'", text)
    if text in ONE_WORD:
        return [ONE_WORD[text]]
    parts = PART.findall(text)
    if "'" in text:
        kept = [part for number, part in enumerate(parts) if not (number == 0 and part in ELIDED)]
        parts = [part for number, part in enumerate(kept) if not (number and part == "s")]
    return [_western_digits(part)[:LONGEST_WORD] for part in parts]


def _composed(token: str) -> str:
    """Presentation forms and wide letters as plain ones, Latin letters bare of accents, Arabic with hamza."""
    if token.isascii():
        return token
    bare = DROPPED.sub("", unicodedata.normalize("NFKC", token))
    return "".join(letter if ARABIC_LETTERS.match(letter) else unicodedata.normalize("NFKD", letter) for letter in bare)


def _western_digits(part: str) -> str:
    if part.isascii() or not any(sign.isdigit() for sign in part):
        return part
    return "".join(str(unicodedata.digit(sign, sign)) for sign in part)


def _stem(part: str, language: str) -> str:
    if ARABIC_LETTERS.match(part):
        return arabic.stem(part)
    return _western(part, "fr" if language == "fr" else "en")


def _variants(part: str) -> tuple[str, ...]:
    if ARABIC_LETTERS.match(part):
        return arabic.stems(part)
    return tuple(dict.fromkeys(_western(part, language) for language in STEMMERS))


def _western(part: str, language: str) -> str:
    if any(sign.isdigit() for sign in part):
        return part
    return STEMMERS[language].stemWord(AMERICAN.sub("is", part))
