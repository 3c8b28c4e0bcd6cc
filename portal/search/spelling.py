"""Which words somebody may have meant by a word with a typing error: of titles, summaries and terms that they may know.

Words of titles are read for each question, as far as they may be meant, and not kept in memory: what was taken away a
moment ago is proposed to nobody. Only rows of the reader's rank are read, so what they may not know of changes no
proposal. What a reader may know of through their organisation alone is found by its beginning, and is not proposed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from rapidfuzz import process
from rapidfuzz.distance import OSA

from .engines.statement import Statement
from .engines.values import known_all, values_told
from .title_words import may_be_meant, written_words
from .value_words import value_words

TWO_ERRORS = 8
"""Letters from which on a word may have two errors; from SHORTEST on, one. An error is a letter too many, too few, or
another one, or two that changed places (https://rapidfuzz.github.io/RapidFuzz/Usage/distance/OSA.html)."""
WORDS = "SELECT word, SUM(documents) FROM search_searchword WHERE {} AND rank <= %s GROUP BY word"
FORMS = "SELECT written, SUM(documents) FROM search_searchword WHERE word = %s AND rank <= %s GROUP BY written"


@dataclass(frozen=True)
class Meant:
    """A folded word that may have been meant: how many letters away it is, and in how many entries it stands."""

    word: str
    errors: int
    documents: int


def errors_in(word: str) -> int:
    """How many errors a folded word may have."""
    if not may_be_meant(word):
        return 0
    return 2 if len(word) >= TWO_ERRORS else 1


class Spelling:
    """The words that one reader (a Scope) may know of."""

    def __init__(self, scope):
        self.scope = scope
        self.told = values_told(Statement(scope))
        self.of_values = value_words()

    def known_among(self, words: Iterable[str]) -> set[str]:
        """Of these folded words those that stand in a title, a summary or a term."""
        words = list(words)
        counts = self._counts(f"word IN ({', '.join(['%s'] * len(words))})", *words) if words else {}
        return set(self._in_entries(words, counts))

    def meant_by(self, word: str) -> list[Meant]:
        """What may be meant by a folded word, the likeliest first."""
        most = errors_in(word)
        if not most:
            return []
        lengths = len(word) - most, len(word) + most
        counts = self._counts("length BETWEEN %s AND %s", *lengths)
        near = _near(word, {*counts, *filter(may_be_meant, self.of_values.of_length(*lengths))}, most)
        return _likeliest_first(word, near, self._in_entries(near, counts))

    def beginnings_meant_by(self, typed: str) -> list[Meant]:
        """The beginnings of words that may be meant by what was typed so far of one, the likeliest first; of words that
        begin with the same letter, since few mistype the first."""
        most = errors_in(typed)
        if not most:
            return []
        counts = self._counts("substr(word, 1, 1) = %s", typed[0])
        words = defaultdict(set)
        for word in {*counts, *filter(may_be_meant, self.of_values.beginning_with(typed[0]))}:
            for length in (len(typed) - 1, len(typed), len(typed) + 1):
                words[word[:length]].add(word)
        near = _near(typed, words, most)
        entries = self._in_entries({word for start in near for word in words[start]}, counts)
        documents = {start: sum(entries.get(word, 0) for word in words[start]) for start in near}
        return _likeliest_first(typed, near, documents)

    def as_written(self, word: str) -> str:
        """The form in which a known word is written: in small letters if it ever is, else the one of most entries."""
        with connection.cursor() as cursor:
            cursor.execute(FORMS, [word, self.scope.rank])
            forms = Counter(dict(cursor.fetchall()))
        for label in self._labels_with(word) if not forms else ():
            forms.update(form for found, form in written_words(label) if found == word)
        return min(forms, key=lambda form: (form != form.lower(), -forms[form], form), default=word)

    def _labels_with(self, word):
        ids = self.of_values.ids.get(word, set()) & self.told.keys()
        known = known_all(Statement(self.scope), ids)
        return [label for number in ids if known.get(number, 0) > 0 for label in self.told[number].labels.values()]

    def _counts(self, condition, *parameters):
        """By word in how many entries it stands in title or summary."""
        with connection.cursor() as cursor:
            cursor.execute(WORDS.format(condition), [*parameters, self.scope.rank])
            return dict(cursor.fetchall())

    def _in_entries(self, words, counts):
        """By word, in how many entries it stands of which the reader may know; only words that stand in one."""
        ids = {word: self.of_values.ids.get(word, set()) & self.told.keys() for word in words}
        known = known_all(Statement(self.scope), set().union(*ids.values()))
        documents = {word: counts.get(word, 0) + sum(known.get(number, 0) for number in ids[word]) for word in words}
        return {word: count for word, count in documents.items() if count > 0}


def _near(word, words, most):
    """By word how many letters it is away, of those that are at most so many away."""
    found = process.extract(word, list(words), scorer=OSA.distance, score_cutoff=most, limit=None)
    return {each: errors for each, errors, _ in found}


def _likeliest_first(word, errors, documents):
    """The nearest first; of equals those that begin alike, then the most frequent."""
    meant = [Meant(each, errors[each], count) for each, count in documents.items() if count]
    return sorted(meant, key=lambda each: (each.errors, each.word[0] != word[0], -each.documents, each.word))
