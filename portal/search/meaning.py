"""What is asked for: words and phrases, and what else a text may call the same thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property


@dataclass(frozen=True)
class Item:
    """A word or a phrase: for each of its words the analysed words that may stand for it."""

    words: tuple[tuple[str, ...], ...]
    is_label: bool = field(default=False, compare=False)
    """Whether it is the label of a term of a vocabulary, and no name of the glossary."""

    @cached_property
    def alternatives(self):
        """The sequences of analysed words that match: each word in its first variant, in its second, …"""
        count = max(map(len, self.words))
        return tuple(dict.fromkeys(tuple(word[min(i, len(word) - 1)] for word in self.words) for i in range(count)))

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether it stands among the analysed words of a text, a phrase in a row."""
        return any(_is_in_a_row(sequence, words) for sequence in self.alternatives)


@dataclass(frozen=True)
class Meaning:
    """One thing that is asked for. A text has it when, of any one way, it has all items.

    The first way is what was `typed`, its words wherever they stand; each further one is another name of the same thing
    (synonyms.py), as one phrase.
    """

    ways: tuple[tuple[Item, ...], ...]
    is_typed: bool = True
    """Whether the first way is what was typed; it is not of names that stand beside its words (`loosened`)."""
    typed: str = field(default="", compare=False)
    items: tuple[Item, ...] = field(default=(), compare=False)
    """What was typed where it is no way of its own."""
    labels: tuple[tuple[Item, ...], ...] = ()
    """Ways for who takes any word only: labels in other languages. A record that has the term holds them all, so that
    they find what speaks of it by the way."""

    @classmethod
    def of(cls, *items, typed=""):
        """What has one way only: all of the items."""
        return cls((items,), typed=typed)

    @property
    def asked(self) -> tuple[Item, ...]:
        """The items of the way that was typed; none where other names stand alone (`is_typed` is not set)."""
        return self.ways[0] if self.is_typed else ()

    @property
    def others(self) -> tuple[tuple[Item, ...], ...]:
        """The ways that were not typed: they find all the same, and count less for the order of hits."""
        return self.ways[1:] if self.is_typed else self.ways

    @property
    def said(self) -> str:
        """What was typed; of a phrase its analysed words."""
        return self.typed or " ".join(word[0] for item in self.asked or self.items for word in item.words)

    def stands_in(self, words: Sequence[str]) -> bool:
        """Whether a text with these analysed words has one of its ways."""
        return any(all(item.stands_in(words) for item in way) for way in self.ways)

    def loosened(self) -> list["Meaning"]:
        """The same for who takes any word: each word that was typed is enough, and so is another name."""
        if len(self.asked) < 2:
            return [replace(self, ways=(*self.ways, *self.labels), labels=())]
        others = (*self.others, *self.labels)
        named = [Meaning(others, False, self.typed, self.asked)] if others else []
        return [*map(Meaning.of, self.asked), *named]


def words_of(items: Iterable[Item]) -> frozenset[str]:
    """All analysed words that may stand for those of the items."""
    return frozenset(variant for item in items for word in item.words for variant in word)


def _is_in_a_row(sequence, words):
    length = len(sequence)
    return any(tuple(words[at : at + length]) == sequence for at in range(len(words) - length + 1))
