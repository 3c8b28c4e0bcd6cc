"""What somebody typed, as words to look for: bounded, whatever it is."""

import re
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from . import analysis
from .meaning import Item, Meaning, words_of
from .stop_words import STOP_WORDS

MOST_CHARACTERS = 500
MOST_WORDS = 20
SHOWN = 60
"""Characters of what somebody typed that a notice repeats."""
ALL_MUST_MATCH = 4
"""Up to so many meanings must all match; of more, any."""
SEVERAL_WORDS, ENOUGH = 3, 10
"""From so many words on, fewer hits than these are not enough: any word may match then."""
QUOTES = str.maketrans("“”„«»″", '""""""')
MOST_OTHERS = 40
"""Other names of all that is asked for; what comes later has fewer or none."""
CHUNK = re.compile(r'(-?)"([^"]*)"|(?<!\S)(-)(\S+)|([^\s"]+)')


@dataclass
class Expression:
    """The meanings of a query; with `any_word` set, one is enough (phrases must match all the same)."""

    words: list[Meaning] = field(default_factory=list)
    phrases: list[Item] = field(default_factory=list)
    without: list[Item] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    any_word: bool = False
    is_part: bool = False
    """Whether it is one of the meanings of another one: its score is to be the part that it has in that one's."""

    def __bool__(self):
        return bool(self.words or self.phrases)

    @property
    def can_loosen(self):
        """Whether any word instead of all would find more."""
        return not self.any_word and bool(self.words) and len(self.asked) > 1

    @property
    def enough(self):
        """How many hits of all words are enough, so that not any word is asked for."""
        return 1 if len(self.asked) < SEVERAL_WORDS else ENOUGH

    @property
    def asked(self) -> list[Item]:
        """Everything that was typed to be found."""
        return [*self.phrases, *(item for meaning in self.words for item in meaning.asked)]

    @property
    def meanings(self) -> list[Meaning]:
        """Everything that counts for the order of hits."""
        return [*map(Meaning.of, self.phrases), *self.words]

    def loosened(self) -> "Expression":
        """The same expression for any word instead of all."""
        words = _unique([loose for meaning in self.words for loose in meaning.loosened()])
        return replace(self, words=words, any_word=True)

    def part(self, meaning: Meaning) -> "Expression":
        """One of its meanings alone."""
        return Expression(words=[meaning], is_part=True)

    def matched_words(self) -> frozenset[str]:
        """All analysed words that may have matched, for highlights; of other names without the small words in them."""
        others = [item for meaning in self.words for way in meaning.others for item in way]
        return words_of(self.asked) | (words_of(others) - STOP_WORDS)


def parse(text: str, synonyms=None) -> Expression:
    """The expression of a query. What is beyond the limits is ignored, and `notices` say so.

    `synonyms` (a Synonyms) knows other names of what words that stand together name; what stands in quotes is meant as
    it is.
    """
    expression = Expression()
    if len(text) > MOST_CHARACTERS:
        expression.notices.append(_("Only the first %d characters of your words were used.") % MOST_CHARACTERS)
    given = analysis.clean(text, MOST_CHARACTERS).translate(QUOTES)
    typed, count = _Typed(given, synonyms), 0
    for match in CHUNK.finditer(given):
        minus, phrase, minus_word, word, plain = match.groups()
        found = list(analysis.tokens(phrase or word or plain or ""))
        tokens = [token.group() for token in found]
        # Small words in between do not count: a whole question is more than MOST_WORDS words long.
        count += sum(not (plain and analysis.is_stop_word(token)) for token in tokens)
        if count > MOST_WORDS:
            expression.notices.append(_("Only the first %d words were used.") % MOST_WORDS)
            break
        if plain:
            typed.run += [(token.group(), match.start() + token.start()) for token in found]
        else:
            typed.end_run()
            _sort_in(expression, typed, tokens, is_without=bool(minus or minus_word))
    typed.end_run()
    # A question of nothing but small words asks for these.
    expression.words = _unique(typed.kept if typed.kept or expression.phrases else typed.stopped[:MOST_WORDS])
    if expression.without and not expression:
        expression.without.clear()
        expression.notices.append(_("“-” takes away from what other words find: give at least one word to look for."))
    elif not expression and (given := given.strip()):
        expression.notices.append(_("No words to search for in “%s”.") % given[:SHOWN])
    return expression.loosened() if len(expression.words) > ALL_MUST_MATCH else expression


class _Typed:
    """The meanings of words outside quotes: `kept`, and those of small words, which are `stopped`."""

    def __init__(self, text, synonyms):
        self.text, self.synonyms = text, synonyms
        self.kept, self.stopped, self.run = [], [], []
        self.left = MOST_OTHERS

    def end_run(self):
        """Reads the words that stand together: those that have other names as one meaning."""
        run, self.run = self.run, []
        while run:
            tokens = [token for token, _ in run]
            length, others = self.synonyms.longest(tokens) if self.synonyms else (0, ())
            if length:
                last, at = run[length - 1]
                typed = self.text[run[0][1] : at + len(last)]
                self.kept.append(_named(tokens[:length], others[: self.left], typed))
                self.left -= len(others[: self.left])
            else:
                length = 1
                found = self.stopped if analysis.is_stop_word(tokens[0]) else self.kept
                found += _plain(tokens[0])
            run = run[length:]


def _named(tokens, others, typed):
    """The meaning of words with other names; small words among them count where there are no others."""
    counting = [token for token in tokens if not analysis.is_stop_word(token)] or tokens
    items = tuple(item for token in counting for item in _items(token))
    names = [(other,) for other in others if not other.is_label]
    labels = tuple((other,) for other in others if other.is_label)
    return Meaning((items, *names), typed=typed, labels=labels)


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
