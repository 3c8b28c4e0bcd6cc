"""A long form in parts: a server refuses one of more than a thousand fields, and nobody looks through it at once."""

from dataclasses import dataclass

from events.proceedings.minutes import digest_of

MOST_LINES = 300
"""On one page. A line has up to two fields."""


@dataclass(frozen=True)
class Cut:
    """Which of many lines stand on a page: the page's `number`, how many there `are`, and the keys of its lines."""

    number: int
    are: int
    keys: frozenset[str]

    @property
    def numbers(self):
        return range(1, self.are + 1)

    @property
    def mark(self):
        """Another one when other lines stand on the page: "" where it holds all of them."""
        return digest_of(sorted(self.keys)) if self.are > 1 else ""


def cut(keys, number) -> Cut:
    """The Cut of all lines with these keys that has a number; the nearest one where there is none."""
    keys = list(keys)
    are = max(1, -(-len(keys) // MOST_LINES))
    number = min(max(number, 1), are)
    return Cut(number, are, frozenset(keys[(number - 1) * MOST_LINES : number * MOST_LINES]))
