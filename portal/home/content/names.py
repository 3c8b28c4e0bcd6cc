"""What the entries of a folder call each other: ids of organisations and of other entries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.models import RecordPage

from .reading import Part, Reading


@dataclass
class Names:
    """All that an id may stand for. `records` is filled when every entry has its row, so that they can point at each
    other."""

    reading: Reading
    organisations: dict[str, Organisation]
    records: dict[str, RecordIdentity] = field(default_factory=dict)
    _parts: dict[str, list[Part]] = field(default_factory=dict)

    def parts(self, file):
        """The entries of a file, read once."""
        if file not in self._parts:
            self._parts[file] = self.reading.entries(file)
        return self._parts[file]

    def ids(self, file):
        """The ids of a file's entries, each under itself."""
        return {part.id: part.id for part in self.parts(file)}

    def texts(self, file, name):
        """By id, one text of each entry of a file."""
        return {part.id: part.text(name) for part in self.parts(file)}


def _points_at_nothing(page, part, names):
    """Of a kind whose entries name no other records."""


@dataclass(frozen=True)
class Reader:
    """How the entries of a file become records: `read(part, names)` gives the unsaved page, `join(page, part, names)`
    fills what points at other records, when all of them have an identity row."""

    file: str
    read: Callable[[Part, Names], RecordPage]
    join: Callable[[Any, Part, Names], None] = _points_at_nothing
