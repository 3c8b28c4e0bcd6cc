"""What somebody typed, as words to look for: bounded, whatever it is."""

import re
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from . import analysis

MOST_CHARACTERS = 500
MOST_WORDS = 20
SHOWN = 60
"""Characters of what somebody typed that a notice repeats."""
ALL_MUST_MATCH = 4
"""Up to so many meanings must all match; of more, any."""
SEVERAL_WORDS, ENOUGH = 3, 5
"""From so many meanings on, fewer hits than these are not enough: any word may match then."""
QUOTES = str.maketrans("“”„«»″", '""""""')
CHUNK = re.compile(r'(-?)"([^"]*)"|(?<!\S)(-)(\S+)|([^\s"]+)')


@dataclass(frozen=True)
class Item:
    """A word or a phrase: for each of its words the analysed words that may stand for it."""

    words: tuple[tuple[str, ...], ...]

    @property
    def alternatives(self):
        """The sequences of analysed words that match: each word in its first variant, in its second, …"""
        count = max(map(len, self.words))
        return tuple(dict.fromkeys(tuple(word[min(i, len(word) - 1)] for word in self.words) for i in range(count)))


@dataclass(frozen=True)
class Meaning:
    """One thing that is asked for. A text has it when, of any one way, it has all items.

    The first way is what was `typed`, its words wherever they stand; each further one is another name of the same thing
    (synonyms.py), as one phrase.
    """

    ways: tuple[tuple[Item, ...], ...]
    typed: str = field(default="", compare=False)

    @classmethod
    def of(cls, *items, typed=""):
        """What has one way only: all of the items."""
        return cls((items,), typed)

    def loosened(self):
        """The same for who takes any word: each word that was typed is enough, and so is another name."""
        first, *others = self.ways
        if len(first) == 1:
            return [self]
        named = [Meaning(tuple(others), self.typed)] if others else []
        return [*map(Meaning.of, first), *named]


@dataclass
class Expression:
    """The meanings of a query; with `any_word` set, one is enough (phrases must match all the same)."""

    words: list[Meaning] = field(default_factory=list)
    phrases: list[Item] = field(default_factory=list)
    without: list[Item] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    any_word: bool = False

    def __bool__(self):
        return bool(self.words or self.phrases)

    @property
    def can_loosen(self):
        """Whether any word instead of all would find more."""
        typed = sum(len(meaning.ways[0]) for meaning in self.words)
        return not self.any_word and bool(typed) and typed + len(self.phrases) > 1

    @property
    def enough(self):
        """How many hits of all words are enough, so that not any word is asked for."""
        return 1 if len(self.meanings) < SEVERAL_WORDS else ENOUGH

    @property
    def meanings(self) -> list[Meaning]:
        """Everything that counts for the order of hits."""
        return [*map(Meaning.of, self.phrases), *self.words]

    def loosened(self) -> "Expression":
        """The same expression for any word instead of all."""
        words = _unique([loose for meaning in self.words for loose in meaning.loosened()])
        return replace(self, words=words, any_word=True)

    def matched_words(self) -> frozenset[str]:
        """All analysed words that may have matched, for highlights."""
        items = [item for meaning in self.meanings for way in meaning.ways for item in way]
        return frozenset(variant for item in items for word in item.words for variant in word)


def parse(text: str, synonyms=None) -> Expression:
    """The expression of a query. What is beyond the limits is ignored, and `notices` say so.

    `synonyms` (a Synonyms) knows other names of what words that stand together name; what stands in quotes is meant as
    it is.
    """
    expression = Expression()
    if len(text) > MOST_CHARACTERS:
        expression.notices.append(_("Only the first %d characters of your words were used.") % MOST_CHARACTERS)
    typed, count = _Typed(synonyms), 0
    for match in CHUNK.finditer(analysis.clean(text, MOST_CHARACTERS).translate(QUOTES)):
        minus, phrase, minus_word, word, plain = match.groups()
        tokens = [token.group() for token in analysis.tokens(phrase or word or plain or "")]
        count += len(tokens)
        if count > MOST_WORDS:
            expression.notices.append(_("Only the first %d words were used.") % MOST_WORDS)
            break
        if plain:
            typed.run += tokens
        else:
            typed.end_run()
            _sort_in(expression, typed, tokens, is_without=bool(minus or minus_word))
    typed.end_run()
    # A question of nothing but small words asks for these.
    expression.words = _unique(typed.kept if typed.kept or expression.phrases else typed.stopped)
    if expression.without and not expression:
        expression.without.clear()
        expression.notices.append(_("“-” takes away from what other words find: give at least one word to look for."))
    elif not expression and (given := analysis.clean(text, MOST_CHARACTERS).strip()):
        expression.notices.append(_("No words to search for in “%s”.") % given[:SHOWN])
    return expression.loosened() if len(expression.words) > ALL_MUST_MATCH else expression


class _Typed:
    """The meanings of words outside quotes: `kept`, and those of small words, which are `stopped`."""

    def __init__(self, synonyms):
        self.synonyms = synonyms
        self.kept, self.stopped, self.run = [], [], []

    def end_run(self):
        """Reads the words that stand together, what has other names as one meaning."""
        run, self.run = self.run, []
        while run:
            length, others = self.synonyms.longest(run) if self.synonyms else (0, ())
            if length:
                self.kept.append(_named(run[:length], others))
            else:
                length = 1
                found = self.stopped if analysis.is_stop_word(run[0]) else self.kept
                found += _plain(run[0])
            run = run[length:]


def _named(tokens, others):
    """The meaning of words with other names; small words among them count where there are no others."""
    counting = [token for token in tokens if not analysis.is_stop_word(token)] or tokens
    items = tuple(item for token in counting for item in _items(token))
    return Meaning((items, *((other,) for other in others)), " ".join(tokens))


def _plain(token):
    return [Meaning.of(item, typed=token) for item in _items(token)]


def _items(token):
    return [Item((word,)) for word in analysis.variants_of(token)]


def _sort_in(expression, typed, tokens, *, is_without):
    words = tuple(word for token in tokens for word in analysis.variants_of(token))
    if not words:
        return
    if is_without:
        expression.without.append(Item(words))
    elif len(words) > 1:
        expression.phrases.append(Item(words))
    else:
        typed.kept += [meaning for token in tokens for meaning in _plain(token)]


def _unique(meanings):
    return list(dict.fromkeys(meanings))
