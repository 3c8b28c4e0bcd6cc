"""A way in which people write something: what all of them share."""

from collections.abc import Callable
from dataclasses import dataclass

ALL = ("en", "fr", "ar")
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class Way:
    """`make(random)` writes one value; `is_fixed` where nobody would write it with other digits or spaces."""

    name: str
    make: Callable
    languages: tuple = ALL
    is_fixed: bool = False
    has_minus: bool = False


def way(name, make, languages=ALL, **options):
    return Way(name, make, tuple(languages), **options)


def figures(random, count):
    """So many digits."""
    return "".join(random.choices("0123456789", k=count))
