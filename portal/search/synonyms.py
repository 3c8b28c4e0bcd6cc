"""Other names of what somebody asks for, out of the glossary and of the labels of what questions name most: asked with
the query, so that no text is written anew.

They are kept in memory for as long as nothing was written to the vocabularies, by whichever process.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from portal.core.languages import LANGUAGES
from portal.taxonomy.queries import EntryName, glossary_names, label_names
from portal.taxonomy.tree import version_in_force

from . import analysis
from .meaning import Item
from .ordinary_words import ORDINARY_WORDS
from .stop_words import STOP_WORDS

LONGEST = 8
"""Tokens of a name; longer ones are nobody's."""
MOST_OTHERS = 11
"""Other names of one thing that are looked for."""
SHORTEST_ACRONYM = 3
"""Letters; shorter ones (HA, CM, MA) are units and small words in many texts."""

_kept: tuple[object, "Synonyms | None"] = (None, None)


def synonyms() -> "Synonyms":
    """The names of glossary and vocabularies as they are now. One small query while kept, at most."""
    global _kept
    version = version_in_force()
    if _kept[1] is None or _kept[0] != version:
        _kept = (version, Synonyms([*glossary_names(), *label_names()]))
    return _kept[1]


class _Name:
    """A name of an entry as queries need it; one that is not `sought` is understood, but no text is found by it."""

    def __init__(self, name: EntryName, tokens):
        self.language, self.is_own, self.is_acronym = name.language, name.is_own, name.is_acronym
        self.tokens = tokens
        self.item = Item(tuple(word for token in tokens for word in analysis.variants_of(token)), name.is_label)
        self.is_sought = True


class Synonyms:
    """The names of the glossary by their words, to be looked up in queries."""

    def __init__(self, entries: Iterable[Sequence[EntryName]]):
        self._entries = [_names(entry) for entry in entries]
        self._by_words = {language: defaultdict(list) for language in LANGUAGES}
        self._by_letters = defaultdict(list)
        self._ordinary = STOP_WORDS | ORDINARY_WORDS | _small_words(chain.from_iterable(self._entries))
        for number, names in enumerate(self._entries):
            for name in names:
                if name.is_acronym:
                    self._by_letters[_letters(name.tokens)].append((number, name))
                else:
                    self._by_words[name.language][_stems(name.tokens, name.language)].append((number, name))
        self._silence()

    def longest(self, tokens: Sequence[str]) -> tuple[int, list[Item]]:
        """How many of the first tokens name something that has other names, and these; (0, []) where none do."""
        for length in range(min(LONGEST, len(tokens)), 0, -1):
            if others := self._others(tokens[:length]):
                return length, others
        return 0, []

    def _others(self, tokens):
        found = self._named(tokens)
        # What an entry is called itself says more than what it lists as a synonym.
        found = [pair for pair in found if pair[1].is_own] or found
        by_entry = defaultdict(list)
        for number, name in found:
            by_entry[number].append(name)
        several = [self._other_names(number, names) for number, names in by_entry.items()]
        items = (item for each in zip_longest(*several) for item in each if item)
        return list(dict.fromkeys(items))[:MOST_OTHERS]

    def _named(self, tokens):
        found = list(self._by_letters.get(_letters(tokens), ())) if self._is_acronym(tokens) else []
        for language, by_words in self._by_words.items():
            for stems in dict.fromkeys(_all_stems(tokens, language)):
                found += by_words.get(stems, ())
        return found

    def _other_names(self, number, named):
        """All other names in the languages of those that were typed; of other languages what is meant by them."""
        languages = {name.language for name in named}
        others = [name for name in self._entries[number] if name.is_sought and name not in named]
        return [name.item for name in others if name.is_own or name.language in languages]

    def _is_acronym(self, tokens):
        """Whether tokens may be meant as an acronym: in capitals, or when they are no ordinary word."""
        letters = _letters(tokens)
        return _in_capitals("".join(tokens)) or not self._is_ordinary(letters)

    def _is_ordinary(self, letters):
        return len("".join(letters)) < SHORTEST_ACRONYM or self._ordinary.issuperset(letters)

    def _silence(self):
        """No text is found by an acronym that may well mean another thing there."""
        for letters, named in self._by_letters.items():
            if self._is_ordinary(letters) or len({number for number, _ in named}) > 1:
                for _, name in named:
                    name.is_sought = False


def _names(entry):
    """The names of an entry; a synonym of one word is too wide to be looked for where the term has several."""
    names = []
    for each in entry:
        name = _Name(each, analysis.TOKEN.findall(each.text[: analysis.LONGEST_TOKEN]))
        if name.item.words and len(name.tokens) <= LONGEST:
            names.append(name)
    if names and len(names[0].item.words) > 1:
        for name in names:
            name.is_sought = name.is_own or name.is_acronym or len(name.item.words) > 1
    return names


def _small_words(names):
    return {token for name in names if not name.is_acronym for token in name.tokens if token.islower()}


def _stems(tokens, language):
    return tuple(word for token in tokens for word in analysis.words_of(token, language))


def _all_stems(tokens, language):
    """How typed tokens may stand in the index of a language; of Arabic, hamza is often left out."""
    yield _stems(tokens, language)
    if language == "ar" and (words := tuple(word for token in tokens for word in analysis.variants_of(token))):
        yield from Item(words).alternatives


def _letters(tokens):
    """An acronym as it is compared: stems would make it the equal of other words."""
    return tuple(chain.from_iterable(map(analysis.plain_words, tokens)))


def _in_capitals(text):
    return sum(letter.isupper() for letter in text) > 1
