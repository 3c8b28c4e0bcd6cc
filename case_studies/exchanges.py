"""What was exchanged, as a page prints it: rows that differ in nothing but their parties are one exchange."""

from dataclasses import dataclass
from itertools import groupby, product

from case_studies.models import CaseStudyExchange

SAME = (
    "what", "data_kind_id", "provider_note", "receiver_note", "level_id", "level_note", "rung_id", "method_id",
    "frequency_id", "platform",
)  # fmt: skip


@dataclass(frozen=True)
class Exchange:
    """`row` says what and how; who gave and who received are names, with what the source calls them beside."""

    row: CaseStudyExchange
    givers: tuple[str, ...]
    takers: tuple[str, ...]

    @property
    def is_mutual(self):
        """Whether each of several gave to each other."""
        return len(self.givers) > 1 and set(self.givers) == set(self.takers)

    @property
    def from_note(self):
        return _unless_in(self.givers, self.row.provider_note)

    @property
    def to_note(self):
        return _unless_in(self.takers, self.row.receiver_note)

    @property
    def level_note(self):
        """What is said of the level in words, where it is more than the level's own name."""
        level = self.row.level
        return _unless_in(level.labels if level else (), self.row.level_note)


def merged(rows) -> list[Exchange]:
    """The Exchanges of the rows of a case, in their order.

    Rows beside each other are merged where every one of their givers gave to every one of their receivers, but to
    itself: other pairs would be said of those who never exchanged anything.
    """
    exchanges = []
    for _, group in groupby(rows, key=lambda row: [getattr(row, name) for name in SAME]):
        group = list(group)
        exchanges += [_exchange(group)] if _is_complete(group) else [_exchange([row]) for row in group]
    return exchanges


def _is_complete(rows):
    givers, takers = {row.provider_id for row in rows}, {row.receiver_id for row in rows}
    every = {(one, other) for one, other in product(givers, takers) if one is None or one != other}
    return every == {(row.provider_id, row.receiver_id) for row in rows}


def _exchange(rows):
    givers = dict.fromkeys(row.provider.name for row in rows if row.provider)
    takers = dict.fromkeys(row.receiver.name for row in rows if row.receiver)
    return Exchange(rows[0], tuple(givers), tuple(takers))


def _unless_in(names, note):
    """The note, empty where one of the names says the same."""
    return "" if any(note.casefold() in name.casefold() for name in names) else note
