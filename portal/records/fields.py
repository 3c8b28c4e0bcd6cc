"""What a kind says of each of its fields, once: zone, weight in search, facet, and which of them name records."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Any

from portal.access.enums import Zone


class Weight(IntEnum):
    """Where the words of a field go in search."""

    NONE = 0
    BODY = 1
    SUMMARY = 2
    TITLE = 3


@dataclass(frozen=True)
class RecordField:
    """One field of a kind.

    `read(record)` gives its value: text, rich text, a term or organisation or a list of them, rows (objects with
    `texts()`), a date or a number; by default the attribute `name`. `facet` is its parameter in addresses ("sector").
    """

    name: str
    # Translated each time that it is looked at: it tells no fields apart.
    label: Any = field(hash=False)
    zone: Zone
    weight: Weight = Weight.NONE
    facet: str = ""
    read: Callable[[Any], Any] | None = None

    def value(self, record):
        """The value of this field of `record`: a list for many-to-many relations and rows."""
        value = self.read(record) if self.read else getattr(record, self.name)
        return list(value.all()) if hasattr(value, "all") else value


def card(name, label, weight=Weight.NONE, facet="", read=None) -> RecordField:
    """A field of the card: who may know of the record sees it."""
    return RecordField(name, label, Zone.CARD, weight, facet, read)


def details(name, label, weight=Weight.BODY, facet="", read=None) -> RecordField:
    """A field of the details: who may read the record sees it."""
    return RecordField(name, label, Zone.DETAILS, weight, facet, read)


@dataclass(frozen=True)
class RowFact:
    """What a list says of a record beside its title: a label, a text, and the zone it was computed from.

    `is_prose` says that somebody wrote the text, so that it is in the language of the record.
    """

    label: str
    text: str
    zone: Zone = Zone.CARD
    is_prose: bool = False


@dataclass(frozen=True)
class Dates:
    """The names of the fields that hold the first and the last year that a record is about; who may read these fields
    may look for records by them.

    With `is_one_year` a record that says no last year is of its first one alone.
    """

    first: str
    last: str
    is_one_year: bool = False

    def years(self, record) -> tuple[int | None, int | None]:
        """The first and the last year of `record`; None where it says none."""
        first, last = getattr(record, self.first), getattr(record, self.last)
        return first, last or (first if self.is_one_year else None)


class Came(Enum):
    """Which of two records came out of the other."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class RecordEnd:
    """A field of a kind that names another record: shown as a link, from both ends.

    `name` is a foreign key to an identity row, of the page ("platform") or of its rows ("bridges.to"). `label` reads
    from the record that names ("is kept in"), `inverse_label` from the one named. The link is seen by who may read
    `zone` of the record that names and may know of both.
    """

    name: str
    label: Any
    inverse_label: Any
    zone: Zone
    came: Came | None = None
    """For the chain from a session to what came of it: whether the record that names came after the one named, or
    before it; None where one did not come of the other."""
    row: str = ""
    """The field with the key of the row of the record named (a session of an event) out of which it came."""
