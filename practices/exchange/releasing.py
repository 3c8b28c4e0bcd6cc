"""Which counts of refusals may be told, so that nothing is told of few holders: pure, it reads no row.

A count stands for five cases of three holders at the least, and no case is in two counts, so that whatever somebody
adds or subtracts, today's page or last year's, is such counts again (docs/decisions/0022-barrier-picture.md).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from practices.exchange.quarters import period_of

CASES, HOLDERS = 5, 3
"""From how many cases, of how many different holders, a count is told."""


class Case(NamedTuple):
    """A request that was refused or got no answer: in which quarter, by which holder, why, of which kind of data, in
    which region (primary keys; None for what is not known or more than one)."""

    quarter: int
    holder: int
    reason: int | None
    kind: int | None
    region: int | None


class Place(NamedTuple):
    """Where a count stands; None where the cases behind it are not told apart."""

    reason: int | None
    kind: int | None
    region: int | None


STEPS = tuple(product((True, False), repeat=len(Place._fields)))
"""What is told apart, from everything to nothing: reason first of all, then the kind, then the region."""


def counts_to_tell(cases: Iterable[Case]) -> Counter[Place]:
    """How many cases are told of at each Place; those that may not be told of are in none."""
    told = Counter()
    for place, batch in batches_to_tell(cases):
        told[place] += len(batch)
    return told


def batches_to_tell(cases: Iterable[Case]) -> Iterator[tuple[Place, list[Case]]]:
    """The batches in which cases are told, each with its Place, in the order of time.

    Each quarter what may be told by then is told, once and for good. The rest waits for the next quarters of its
    period, and is left out when that ends.
    """
    waiting, period = [], None
    for quarter, new in _by_quarter(cases):
        if period_of(quarter) != period:
            waiting, period = [], period_of(quarter)
        waiting += new
        for step in STEPS:
            batches, waiting = _ready(waiting, step)
            yield from batches


def may_be_told(cases) -> bool:
    """Whether so many cases of so many holders hide each of these."""
    return len(cases) >= CASES and len({case.holder for case in cases}) >= HOLDERS


def _by_quarter(cases):
    found = defaultdict(list)
    for case in cases:
        found[case.quarter].append(case)
    return sorted(found.items())


def _ready(cases, step):
    """What may be told of these cases when so much is told apart, and the cases that are left."""
    groups = defaultdict(list)
    for case in cases:
        groups[_place(case, step)].append(case)
    ready = [(place, group) for place, group in groups.items() if place and may_be_told(group)]
    told = {place for place, _group in ready}
    return ready, [case for case in cases if _place(case, step) not in told]


def _place(case, step):
    """The Place of a case when so much is told apart; None for a case of which that is not known."""
    parts = [part if is_apart else None for part, is_apart in zip(case[2:], step, strict=True)]
    is_known = all(part is not None for part, is_apart in zip(parts, step, strict=True) if is_apart)
    return Place(*parts) if is_known else None
