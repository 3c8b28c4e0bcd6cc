"""What a list must be able to say to be taken away, in whatever form."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from portal.search.engines.result import Result


@dataclass(frozen=True)
class Row:
    """One row of a table: `cells` in the order of the source's columns, of the record with this key."""

    key: UUID
    cells: tuple[str, ...]
    shows_details: bool


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; `code` finds it for ever, `url` is its path under the reader's prefix."""

    code: str
    title: str
    summary: str
    url: str
    lang: str
    updated: date
    kind_label: str
    licence: str
    is_demo: bool


class Source(Protocol):
    """A list for one reader, as an address asks for it. `name` is what its address is called."""

    name: str
    title: str
    columns: tuple[str, ...]

    def page(self, number: int, size: int) -> Result:
        """A part of the hits, in the order that was asked for."""

    def newest(self, number: int) -> Result:
        """So many hits, the newest first."""

    def rows(self, hits: list[Any]) -> list[Row]:
        """The Rows of hits, in their order."""

    def entries(self, hits: list[Any]) -> list[Entry]:
        """The Entries of hits, in their order."""
