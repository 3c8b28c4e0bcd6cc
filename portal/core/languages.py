"""The languages of the portal, and addresses under their prefixes: English at the root, /fr/, /ar/."""

import unicodedata
from functools import lru_cache

from django.conf import settings
from django.utils.translation import get_language, gettext_noop, pgettext

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
PREFIXED = tuple(code for code in LANGUAGES if code != settings.LANGUAGE_CODE)
"""Those with a prefix of their own in addresses: all but English."""
OF_DJANGO = (gettext_noop("- Select an option -"),)
"""What Django 6.1 says to Arabic readers in English: our catalogues translate it."""


def reading_language():
    """The code of the language that the reader reads the interface in: "en", "fr" or "ar"."""
    return (get_language() or settings.LANGUAGE_CODE)[:2]


def enumerated(names):
    """Names in one line, with the comma of the reader's language."""
    return pgettext("between the names of a list", ", ").join(map(str, names))


def in_alphabet(word):
    """What to sort words by as dictionaries do: without accents and case, and without the Arabic article."""
    return _in_alphabet(str(word))


@lru_cache(maxsize=20_000)
def _in_alphabet(word):
    plain = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char)).casefold()
    return plain.removeprefix("ال")


def under_prefix(path, language=None):
    """`path` (an English address, "/…") under the prefix of a language, by default the reader's."""
    language = language or reading_language()
    return path if language == settings.LANGUAGE_CODE or not path.startswith("/") else f"/{language}{path}"


def without_prefix(path):
    """The English address of `path`."""
    for code in PREFIXED:
        if path.startswith(f"/{code}/"):
            return path[len(code) + 1 :]
    return path
