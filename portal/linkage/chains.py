"""The chain in which a record stands: back to the session where it began, and on to what came of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from portal.records.registry import kind

from .ends import Cards, End, cards_for
from .following import Followed, first_step, followed_by
from .said import said_of

LONGEST = 6
"""Steps in each direction: session, output, idea, action, flow, case study."""
AT_ONCE = 3
"""So many steps are one query: two for the longest chain, beside what the record says itself."""
MOST_SHOWN = 20
"""Of what came of a record; an event has its own page for the rest."""


@dataclass(frozen=True)
class Step:
    """A record of a chain: its card, its day (when it takes place, else when it was begun here), and of an event the
    parts of it (sessions: .title .url .lang) where the next one of the chain began."""

    end: End
    day: date
    parts: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Chain:
    """What was before a record and what came after it, in the order of the chain, then of the days; `more` is how many
    came after it that are not among these."""

    before: list[Step]
    after: list[Step]
    more: int = 0

    def __bool__(self):
        return bool(self.before or self.after)


def chain_of(key: UUID, user) -> Chain:
    """The Chain of the record with this identity key, as far as `user` may know of each record in it and read what
    connects it: beyond what is hidden from them there is nothing.

    However many records and steps there are, at most four queries, and one for each kind with rows in it."""
    walk = Walk(key, user, first_step(key, said_of(key, user)))
    walk.go_on()
    return chain_in(walk, cards_for(walk.keys, user))


class Walk:
    """Where one gets from a record, step by step: by key how many steps back (`before`) and how many on (`after`) each
    one is, and pairs of a record and a row of it in which the next one began (`rows`). The `first` step is known."""

    def __init__(self, key, user, first: Followed):
        self.key, self.user = key, user
        self.before, self.after, self.rows = {}, {}, set()
        self._back, self._on = {key}, {key}
        self._take(first, 1)

    @property
    def keys(self):
        """Those of all records on the way."""
        return self.before.keys() | self.after.keys()

    def go_on(self, beside=None):
        """Takes the further steps, the first of them with the query `beside` it, of which it returns the pairs."""
        pairs, depth = [], 2
        while beside is not None or (depth <= LONGEST and (self._back or self._on)):
            steps = min(AT_ONCE, LONGEST + 1 - depth)
            found, more = followed_by(self._back, self._on, self.user, steps, beside)
            for number, each in enumerate(found):
                self._take(each, depth + number)
            pairs, beside, depth = pairs + more, None, depth + steps
        return pairs

    def _take(self, found, depth):
        self.rows |= found.rows
        self._back = found.earlier - self.before.keys() - {self.key}
        self._on = found.later - self.after.keys() - {self.key}
        self.before |= dict.fromkeys(self._back, depth)
        self.after |= dict.fromkeys(self._on, depth)


def chain_in(walk: Walk, cards: Cards) -> Chain:
    """The Chain of where one got, as far as the Cards go."""
    ends, days = cards.ends, cards.days
    before, after = ({key: depth for key, depth in found.items() if key in ends} for found in (walk.before, walk.after))
    parts = _parts(walk.rows, {key: ends[key] for key in (*before, *after)}, walk.user)
    steps = {key: Step(ends[key], days[key], parts.get(key, ())) for key in (*before, *after)}
    # Of the last places in the chain first: what is farthest back began it.
    back = sorted(before, key=lambda key: (-before[key], days[key], ends[key].title, ends[key].code))
    on = sorted(after, key=lambda key: (after[key], days[key], ends[key].title, ends[key].code))
    return Chain([steps[key] for key in back], [steps[key] for key in on[:MOST_SHOWN]], max(0, len(on) - MOST_SHOWN))


def _parts(rows, ends, user):
    """By the key of a record the parts of it that `rows` name, as its kind gives them to who may read its details."""
    found = {}
    for name in sorted({ends[key].kind for key, _ in rows if key in ends}):
        if read := kind(name).parts:
            named = {pair for pair in rows if pair[0] in ends and ends[pair[0]].kind == name}
            for pair, part in read({key for key, _ in named}, user).items():
                if pair in named:
                    found[pair[0]] = (*found.get(pair[0], ()), part)
    return found
