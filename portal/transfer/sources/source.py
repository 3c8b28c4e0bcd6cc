"""What a list must be able to say to be taken away, in whatever form."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from portal.desk.written import Part
from portal.search.engines.result import Result

BETWEEN = " | "
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Row:
    """One row of a table: `values` in the order of the source's columns, of the record with this key. A value is a
    text, a truth, or the parts of a field."""

    key: UUID
    values: tuple[str | bool | tuple[Part | str, ...], ...]
    shows_details: bool

    @property
    def cells(self) -> tuple[str, ...]:
        """The values as texts."""
        return tuple(map(_cell, self.values))


def _cell(value):
    if isinstance(value, tuple):
        return BETWEEN.join(part if isinstance(part, str) else part.text for part in value)
    return value if isinstance(value, str) else YES if value else NO


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
    """A list for one reader, as an address asks for it. `name` is what its address is called; `columns` are the same
    in every language, `labels` are what people call them."""

    name: str
    title: str
    columns: tuple[str, ...]
    labels: tuple[str, ...]

    def page(self, number: int, size: int) -> Result:
        """A part of the hits, in the order that was asked for."""

    def newest(self, number: int) -> Result:
        """So many hits, the newest first."""

    def rows(self, hits: list[Any]) -> list[Row]:
        """The Rows of hits, in their order."""

    def entries(self, hits: list[Any]) -> list[Entry]:
        """The Entries of hits, in their order."""
