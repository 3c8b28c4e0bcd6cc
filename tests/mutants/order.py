"""Which tests are asked first: those that most likely notice."""

from pathlib import Path

ORACLE = "oracle"
TESTS = Path(__file__).parents[1]
KINDS = "records"
"""Where a kind that has no folder of its own is tried with all others: practices/kind.py and its like."""


def room_of(path):
    """The folder that tests a module: that of its package in the portal, of its app among the practices."""
    first, *inner = Path(path).parts
    if first in ("portal", "practices"):
        return inner[0] if len(inner) > 1 else KINDS
    return inner[0] if len(inner) > 1 and (TESTS / inner[0]).is_dir() else first


def distance(tests, places):
    """How far a file of tests (its path from the root) is from the nearest of the places: in its room and named like
    its module, in the mirror of its folder, in its room, or neither.

    The oracle comes before all: it notices most of them.
    """
    if tests.stem == ORACLE:
        return 0
    modules = [Path(place.partition(":")[0]) for place in places]
    near = [module for module in modules if room_of(module) == tests.parts[1]]
    if any(tests.stem == f"test_{module.stem}" for module in near):
        return 1
    if not near:
        return 4
    return 2 if any(_folder_of(module) == tests.parts[1:-1] for module in near) else 3


def _folder_of(module):
    """The folders below tests/ where the tests of a module stand, when they mirror it."""
    room, parts = room_of(module), module.parts[:-1]
    return (room, *parts[parts.index(room) + 1 :]) if room in parts else (room,)
