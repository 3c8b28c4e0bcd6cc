"""Reads that pages and search share."""

from dataclasses import dataclass

from portal.core.languages import LANGUAGES, in_alphabet
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Country, DataKind, GlossaryTerm, Sector
from portal.taxonomy.models.version import VocabularyVersion

_entries = {}


@dataclass(frozen=True)
class GlossaryEntry:
    """A word as the glossary page prints it, in the language that was asked for.

    `term_language` and `definition_language` differ from it where it is not translated; `others` are (language, term);
    `names` are its terms, acronyms and synonyms in all languages.
    """

    key: str
    term: str
    term_language: str
    acronym: str
    synonyms: tuple[str, ...]
    definition: str
    definition_language: str
    others: tuple[tuple[str, str], ...]
    confidence: str
    letter: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class EntryName:
    """A name of an entry: its term, its acronym, another form or a synonym; `is_own` is none that is a synonym. One
    that `is_label` is of a vocabulary."""

    text: str
    language: str
    is_acronym: bool
    is_own: bool
    is_label: bool = False


def label_names() -> list[list[EntryName]]:
    """The labels of what questions name most, countries, kinds of data and sectors, of each in all languages."""
    return [_label_names(term) for model in (Country, DataKind, Sector) for term in kept_terms(model).values()]


def _label_names(term):
    names = dict.fromkeys((label, language) for language in LANGUAGES for label in term.labels_in(language))
    return [EntryName(label, language, False, True, is_label=True) for label, language in names]


def glossary_names() -> list[list[EntryName]]:
    """The names of each entry that is shown, those that mean just it first, English before French and Arabic."""
    return [_entry_names(term) for term in GlossaryTerm.objects.filter(is_shown=True)]


def _entry_names(term):
    own = [(language, word) for language in LANGUAGES for word in term.own_words(language)]
    words = dict.fromkeys([*own, *((language, word) for language in LANGUAGES for word in term.words(language))])
    acronyms = {term.acronym(language) for language in LANGUAGES}
    return [
        EntryName(word, language, word in acronyms or _is_like_one(word), (language, word) in own)
        for language, word in words
    ]


def _is_like_one(word):
    """Whether a synonym is an acronym: MoU, DHIS2."""
    return " " not in word and sum(letter.isupper() for letter in word) > 1


def glossary_entries(language: str) -> tuple[GlossaryEntry, ...]:
    """All words that are shown, in the alphabet of `language` ("en", "fr", "ar"); English where a term is missing. One
    small query while kept."""
    version = VocabularyVersion.current()
    known = _entries.get(language)
    if known is None or known[0] != version:
        entries = [_entry(term, language) for term in GlossaryTerm.objects.filter(is_shown=True)]
        entries.sort(key=lambda entry: (in_alphabet(entry.term), entry.key))
        known = _entries[language] = (version, tuple(entries))
    return known[1]


def _names(term):
    return tuple(dict.fromkeys(word for language in LANGUAGES for word in term.words(language)))


def _entry(term, language):
    spoken = language if getattr(term, f"term_{language}") else "en"
    defined = language if getattr(term, f"definition_{language}") else "en"
    name = getattr(term, f"term_{spoken}")
    return GlossaryEntry(
        key=term.key,
        term=name,
        term_language=spoken,
        acronym=getattr(term, f"acronym_{spoken}", ""),
        synonyms=tuple(getattr(term, f"synonyms_{spoken}")),
        definition=getattr(term, f"definition_{defined}"),
        definition_language=defined,
        others=tuple(
            (other, getattr(term, f"term_{other}"))
            for other in LANGUAGES
            if other != spoken and getattr(term, f"term_{other}")
        ),
        confidence=term.confidence,
        letter=in_alphabet(name)[:1].upper(),
        names=_names(term),
    )
