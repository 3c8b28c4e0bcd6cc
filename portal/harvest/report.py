"""What came of one reading of a catalogue, entry by entry and field by field: kept as JSON, told as text and page."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from portal.records.linter import find

LONGEST = 80
MOST_LINES = 2000
"""Lines of one part of a report that are kept."""
PARTS = ("new", "changed", "kept", "waits", "refused", "gone", "back")


@dataclass
class Report:
    """Lines are objects with `title`, `key` (in the catalogue), `code` (of the entry) and what their part adds."""

    read: int = 0
    unchanged: int = 0
    total: int | None = None
    """How many the catalogue says that it has, where fewer were read."""
    lines: dict[str, list] = field(default_factory=lambda: {part: [] for part in PARTS})
    unmapped: Counter = field(default_factory=Counter)
    not_read: Counter = field(default_factory=Counter)
    not_taken: Counter = field(default_factory=Counter)
    shortened: Counter = field(default_factory=Counter)

    def add(self, part: str, said, code: str = "", **more: Any) -> None:
        """Adds a line about what a catalogue said (an object with `key` and `title`)."""
        self.lines[part].append({"key": said.key, "title": shown(said.title), "code": code, **more})

    def note(self, said, mapped) -> None:
        """Counts what of one data set could not be mapped, was shortened, or is of a person."""
        self.unmapped.update((name, shown(value)) for name, value in mapped.unmapped)
        self.not_read.update(said.not_read)
        self.not_taken.update(mapped.not_taken)
        self.shortened.update(mapped.shortened)

    def as_json(self) -> dict[str, Any]:
        """All of it as plain values; of a part with very many lines the first, with their number."""
        return {
            "read": self.read,
            "total": self.total,
            "unchanged": self.unchanged,
            "counts": {part: len(lines) for part, lines in self.lines.items()},
            **{part: lines[:MOST_LINES] for part, lines in self.lines.items()},
            "unmapped": [[*pair, count] for pair, count in self.unmapped.most_common(MOST_LINES)],
            "not_read": _pairs(self.not_read),
            "not_taken": _pairs(self.not_taken),
            "shortened": _pairs(self.shortened),
        }


def _pairs(counter):
    return [list(pair) for pair in counter.most_common(MOST_LINES)]


def shown(value: Any) -> str:
    """A value as a report repeats it: short, and without what the linter finds in it."""
    text = ", ".join(map(shown, value)) if isinstance(value, list) else "" if value is None else str(value)
    text = " ".join(text.split())
    for found in reversed(find(text)):
        text = f"{text[: found.start]}[…]{text[found.end :]}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def changes(names, before, after) -> list[list[str]]:
    """Of each changed field its name, and what it said before and says now."""
    return [[name, shown(before.get(name)), shown(after.get(name))] for name in names]
