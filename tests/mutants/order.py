"""Which tests are asked first: those that most likely notice."""

from pathlib import Path

ORACLE = "oracle"


KINDS = "records"
"""Where a kind that has no folder of its own is tried with all others: practices/kind.py and its like."""


def room_of(path):
    """The folder that tests a module: that of its package in the portal, of its app among the practices."""
    first, *inner = Path(path).parts
    if first in ("portal", "practices"):
        return inner[0] if len(inner) > 1 else KINDS
    return first


def distance(tests, places):
    """How far a file of tests is from the nearest of the places: named like its module, of the same room, or neither.

    The oracle comes before all: it notices most of them.
    """
    if tests.stem == ORACLE:
        return 0
    modules = [Path(place.partition(":")[0]) for place in places if room_of(place) == tests.parent.name]
    if any(tests.stem == f"test_{module.stem}" for module in modules):
        return 1
    return 2 if modules else 3
