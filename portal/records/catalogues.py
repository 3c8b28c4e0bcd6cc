"""Where an entry was read in another catalogue, and when: told by what reads catalogues, which stands to the right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class ReadThere:
    """The catalogue's name, the address of the entry in it ("" where it has none), when it was last read, and since
    when (None: it is there) it is no longer there."""

    catalogue: str
    url: str
    read_at: datetime
    gone_since: datetime | None = None


_found: list[Callable[[Any], ReadThere | None]] = []


def on_catalogue(find: Callable[[Any], ReadThere | None]) -> None:
    """`find(record)` is asked for each page of an entry that is shown with its sources; most of them cost no query."""
    if find not in _found:
        _found.append(find)


def read_there(record) -> tuple[ReadThere, ...]:
    """Where an entry was read."""
    return tuple(found for find in _found if (found := find(record)))
