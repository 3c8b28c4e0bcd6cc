"""What somebody typed, as words to look for: bounded, whatever it is."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from . import analysis

MOST_CHARACTERS = 500
MOST_WORDS = 20
SHOWN = 60
"""Characters of what somebody typed that a notice repeats."""
ALL_MUST_MATCH = 4
"""Up to so many words must all match; of more, any."""
SEVERAL_WORDS, ENOUGH = 3, 5
"""From so many words on, fewer hits than these are not enough: any word may match then."""
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


@dataclass
class Expression:
    """The items of a query; with `any_word` set, one word is enough (phrases must match all the same)."""

    words: list[Item] = field(default_factory=list)
    phrases: list[Item] = field(default_factory=list)
    without: list[Item] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    any_word: bool = False

    def __bool__(self):
        return bool(self.words or self.phrases)

    @property
    def can_loosen(self):
        """Whether any word instead of all would find more."""
        return not self.any_word and bool(self.words) and len(self.items) > 1

    @property
    def enough(self):
        """How many hits of all words are enough, so that not any word is asked for."""
        return 1 if len(self.items) < SEVERAL_WORDS else ENOUGH

    @property
    def items(self):
        """Everything that counts for the order of hits."""
        return [*self.phrases, *self.words]

    def matched_words(self) -> frozenset[str]:
        """All analysed words that may have matched, for highlights."""
        return frozenset(variant for item in self.items for word in item.words for variant in word)


def parse(text: str) -> Expression:
    """The expression of a query. What is beyond the limits is ignored, and `notices` say so."""
    expression = Expression()
    if len(text) > MOST_CHARACTERS:
        expression.notices.append(_("Only the first %d characters of your words were used.") % MOST_CHARACTERS)
    kept, stopped, count = [], [], 0
    for match in CHUNK.finditer(analysis.clean(text, MOST_CHARACTERS).translate(QUOTES)):
        minus, phrase, minus_word, word, plain = match.groups()
        tokens = [token.group() for token in analysis.tokens(phrase or word or plain or "")]
        count += len(tokens)
        if count > MOST_WORDS:
            expression.notices.append(_("Only the first %d words were used.") % MOST_WORDS)
            break
        _sort_in(expression, tokens, kept, stopped, is_phrase=bool(phrase), is_without=bool(minus or minus_word))
    # A question of nothing but small words asks for these.
    expression.words = _unique(kept if kept or expression.phrases else stopped)
    if expression.without and not expression:
        expression.without.clear()
        expression.notices.append(_("“-” takes away from what other words find: give at least one word to look for."))
    elif not expression and (typed := analysis.clean(text, MOST_CHARACTERS).strip()):
        expression.notices.append(_("No words to search for in “%s”.") % typed[:SHOWN])
    expression.any_word = len(expression.words) > ALL_MUST_MATCH
    return expression


def _sort_in(expression, tokens, kept, stopped, *, is_phrase, is_without):
    words = tuple(word for token in tokens for word in analysis.variants_of(token))
    if not words:
        return
    if is_without:
        expression.without.append(Item(words))
    elif is_phrase and len(words) > 1:
        expression.phrases.append(Item(words))
    else:
        for token in tokens:
            found = stopped if analysis.is_stop_word(token) and not is_phrase else kept
            found += [Item((word,)) for word in analysis.variants_of(token)]


def _unique(items):
    return list(dict.fromkeys(items))
