"""What waits for one person, said by each app in lines of its own; `/my/` shows them and knows none of the apps."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Place(StrEnum):
    """Under which heading of `/my/` a line stands."""

    MINE = "mine"
    """What one must do oneself."""
    ORGANISATION = "organisation"
    """What is new for the organisations for which one speaks."""
    EDITORS = "editors"
    """What editors look after: counts that lead to lists."""
    FOLLOWED = "followed"
    """What one follows."""


@dataclass(frozen=True)
class Line:
    """One line: what waits, where it is done, how many there are, since when; `note` are words of somebody else, `act`
    is what one does about it, in a word or two: a button beside the text instead of a link under it."""

    text: Any
    url: str
    place: Place = Place.MINE
    count: int | None = None
    since: date | None = None
    note: str = ""
    act: Any = ""


_readers: dict[str, Callable] = {}


def add_lines(name: str, read: Callable[[Any], Iterable[Line]]):
    """Adds what an app says: `read(user)` gives the lines for one user, in a constant number of queries; only what they
    may know of. A name that is there already is replaced."""
    _readers[name] = read
    return read


def lines_for(user) -> dict[str, list[Line]]:
    """The lines of every app for one user, by place, in the order in which the apps were added."""
    found = {place.value: [] for place in Place}
    for read in _readers.values():
        for line in read(user):
            found[line.place].append(line)
    return found
