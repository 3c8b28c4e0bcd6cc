"""What matching knows of a need and of a holding: keys of terms, numbers and dates, nothing to print.

What stands under “card” is of the card of the record, the rest of its details: who may read what follows from that.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

NEED, HOLDING = "n", "h"
"""In `Said.closed`: the sides whose details something was computed from."""


@dataclass(frozen=True)
class Step:
    """A step of a sharing ladder; `kind` is "" for all of the data."""

    audience: str
    rung: str
    kind: str = ""
    is_stated: bool = False


@dataclass(frozen=True)
class NeedFacts:
    """A need. `askers` are primary keys of organisations."""

    key: UUID
    # Card:
    kinds: tuple[str, ...]
    countries: frozenset[str] = frozenset()
    coverage: str = ""
    sectors: frozenset[str] = frozenset()
    askers: frozenset[int] = frozenset()
    # Details:
    asker_types: frozenset[str] = frozenset()
    level: str = ""
    frequency: str = ""
    from_year: int | None = None
    to_year: int | None = None
    apart: frozenset[str] = frozenset()
    """Ways in which figures must be told apart: sex, age, disability."""
    decisions: frozenset[str] = frozenset()


@dataclass(frozen=True)
class HoldingFacts:
    """A holding. `holders` are primary keys of organisations; `seen_by` is equal for holdings that the same people may
    know of."""

    key: UUID
    # Card:
    kinds: frozenset[str]
    countries: frozenset[str] = frozenset()
    coverage: str = ""
    sectors: frozenset[str] = frozenset()
    holders: frozenset[int] = frozenset()
    seen_by: Hashable = ""
    from_year: int | None = None
    to_year: int | None = None
    frequency: str = ""
    last_updated_on: date | None = None
    access_method: str = ""
    agreement: str = ""
    consent: str = ""
    """What the owner answered, as a value of practices.holdings.enums.Consent; "" says nothing."""
    # Details:
    level: str = ""
    apart: dict[str, bool | None] = field(default_factory=dict, hash=False)
    steps: tuple[Step, ...] = ()
    uses: tuple[tuple[str, str], ...] = ()
    """Pairs of sector and decision ("" for none)."""


@dataclass(frozen=True)
class Said:
    """One reason or shortfall: a code, what it is said of, and how much it counts (negative: a shortfall counts
    against).

    `closed` holds the sides whose details it was computed from: only who may read those is told, and only for them it
    counts.
    """

    code: str
    points: int = 0
    closed: str = ""
    params: dict[str, Any] = field(default_factory=dict, hash=False)
    is_shortfall: bool = False

    def stored(self):
        """The same as JSON."""
        return {"code": self.code, "points": self.points, "closed": self.closed, **self.params}
