"""By which words of catalogues a term of a vocabulary is known."""

from collections import Counter

from django.utils.text import slugify

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import AccessMethod, Country, FileFormat, GeographyLevel, Licence, UpdateFrequency

COLUMNS = {
    UpdateFrequency: ("hdx_code",),
    Licence: ("hdx_id", "spdx_id"),
    FileFormat: ("hdx_format", "extension", "eu_file_type"),
    Country: ("alpha_3", "alpha_2", "cldr_en", "cldr_fr", "cldr_ar"),
    AccessMethod: ("eu_access_right",),
    GeographyLevel: (),
}
"""Columns of a vocabulary's file that hold words of catalogues; all are known by key, labels and address, too."""

REMAINDER = "OTHER"
"""What the lists of the European Union call what they have no term for."""


def plain_word(said: str) -> str:
    """A word as it is compared: without case, “_”, dots at its ends and double spaces."""
    return " ".join(said.casefold().replace("_", " ").split()).strip(". ")


class Known:
    """The terms of a vocabulary that may be chosen today; where a word stands for several, the first has it."""

    def __init__(self, model):
        self._by_word = {}
        terms = [term for term in kept_terms(model).values() if term.is_current]
        for words in (_names, _addresses(terms)):
            for term in terms:
                for word in words(term, COLUMNS.get(model, ())):
                    self._by_word.setdefault(plain_word(word), term.key)
        self._by_word.pop("", None)

    def key(self, *words: str) -> str:
        """The key of the term that the first known of these words stands for; "" for none."""
        return next((found for word in words if (found := self._by_word.get(plain_word(word)))), "")


def _names(term, columns):
    yield from (term.key, *term.labels, *(slugify(label) for label in term.labels))
    yield from (str(term.attributes.get(column) or "") for column in columns)


def _addresses(terms):
    """A term's standard address and the last part of it, where it is the address of no other and of no remainder."""
    counts = Counter(term.uri for term in terms)

    def of(term, _columns):
        last = term.uri.rstrip("/").rpartition("/")[2]
        return (term.uri, last) if counts[term.uri] == 1 and last != REMAINDER else ()

    return of
