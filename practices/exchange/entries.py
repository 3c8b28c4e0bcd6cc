"""Holdings, needs and flows as the exchange looks at them: keys and primary keys only, as one reader may see them.

Tuples, since there are thousands: objects with a dictionary each take longer to make and to clear away.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

NOBODY = frozenset()


@dataclass(frozen=True)
class Party:
    """An organisation that entries name; `slug`, `url` and `sectors` (primary keys) are empty where the reader may not
    know of its own entry."""

    pk: int
    key: UUID
    name: str
    short_name: str
    slug: str = ""
    url: str = ""
    sectors: frozenset[int] = NOBODY

    @property
    def unlisted(self):
        """The same for who may not know of its own entry: the names, which the entries that name it tell."""
        return Party(self.pk, self.key, self.name, self.short_name)


class Entry(NamedTuple):
    """A holding or a need. `parties` are those who hold or ask (primary keys of organisations), `partners` those that
    have only another part in it."""

    key: UUID
    kinds: frozenset[int] = NOBODY
    sectors: frozenset[int] = NOBODY
    countries: frozenset[int] = NOBODY
    parties: frozenset[int] = NOBODY
    partners: frozenset[int] = NOBODY


class Flow(NamedTuple):
    """A data flow. `through` is the key of a platform, None also where the reader may not read the flow's details."""

    key: UUID
    title: str
    slug: str
    lang: str
    giver: int | None = None
    giver_note: str = ""
    taker: int | None = None
    taker_note: str = ""
    two_way: bool = False
    state: int | None = None
    confirmed: date | None = None
    through: UUID | None = None
    is_demo: bool = False
    kinds: frozenset[int] = NOBODY
    sectors: frozenset[int] = NOBODY
    countries: frozenset[int] = NOBODY

    @property
    def givers(self):
        """The organisations that give: both, where both give to each other."""
        return frozenset(pk for pk in (self.giver, self.two_way and self.taker) if pk)

    @property
    def takers(self):
        return frozenset(pk for pk in (self.taker, self.two_way and self.giver) if pk)

    @property
    def parties(self):
        return self.givers | self.takers


@dataclass(frozen=True)
class Entries:
    """All that one reader may know of, each once whatever its languages."""

    holdings: list[Entry] = field(default_factory=list)
    needs: list[Entry] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    closed: list[tuple[UUID, str]] = field(default_factory=list)
    """Key and state (its key) of each need for which nobody looks any more."""
    parties: dict[int, Party] = field(default_factory=dict)

    @property
    def all(self):
        return [*self.holdings, *self.needs, *self.flows]

    def sectors_of(self, pks):
        """The sectors of these organisations, of those of which the reader may know."""
        return frozenset().union(*(self.parties[pk].sectors for pk in pks if pk in self.parties))
