"""Which tests are asked first: those that most likely notice."""

from pathlib import Path

ORACLE = "oracle"


def room_of(path):
    """The package of a module of the portal, whose tests are in a folder of the same name."""
    return str(path).removeprefix("portal/").partition("/")[0]


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
