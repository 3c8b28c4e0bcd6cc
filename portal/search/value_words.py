"""The words of what one can filter by, in order: kept in memory with the values themselves, for all readers.

Which of the values a reader may know of is asked for those that a word finds, each time (engines/values.py).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from .stored_values import stored_values

_kept: tuple[dict | None, "ValueWords | None"] = (None, None)


class ValueWords:
    """By each folded word of labels and keys the primary keys of the values that have it."""

    def __init__(self, values):
        found = defaultdict(set)
        for number, value in values.items():
            for word in frozenset().union(*value.words):
                found[word].add(number)
        self.ids: dict[str, set[int]] = dict(found)
        self._in_order = sorted(found)
        self._by_length = defaultdict(list)
        for word in self._in_order:
            self._by_length[len(word)].append(word)

    def beginning_with(self, start: str) -> Iterator[str]:
        """The words that begin so."""
        for place in range(bisect_left(self._in_order, start), len(self._in_order)):
            if not self._in_order[place].startswith(start):
                return
            yield self._in_order[place]

    def of_length(self, shortest: int, longest: int) -> Iterator[str]:
        """The words of so many letters."""
        for length in range(shortest, longest + 1):
            yield from self._by_length.get(length, ())


def value_words() -> ValueWords:
    """The words of all values, as of the current generation of the read model."""
    global _kept
    values = stored_values()
    if _kept[0] is not values:
        _kept = (values, ValueWords(values))
    return _kept[1]
