"""The chain in which a record stands: back to the session where it began, and on to what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from portal.access.models import RecordIdentity
from portal.records.registry import kind, kinds

from .ends import End, ends_of
from .following import Followed, followed_by

LONGEST = 6
"""Steps in each direction: session, output, idea, action, flow, case study."""
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


def chain_of(key: UUID, user, first: Followed | None = None) -> Chain:
    """The Chain of the record with this identity key, as far as `user` may know of each record in it and read what
    connects it: beyond what is hidden from them there is nothing. `first` is its first step, where that is known.

    A query for each step of the longest way, at most LONGEST, and a constant number besides, however many records."""
    before, after, rows = _walked(key, user, first)
    if not (before or after):
        return Chain([], [])
    identities = RecordIdentity.objects.visible_to(user).in_bulk([*before, *after])
    ends = ends_of(identities)
    before, after = ({key: depth for key, depth in found.items() if key in ends} for found in (before, after))
    days, parts = _days(ends.values(), identities), _parts(rows, ends, user)
    steps = {key: Step(ends[key], days[key], parts.get(key, ())) for key in ends}
    # Of the last places in the chain first: what is farthest back began it.
    back = sorted(before, key=lambda key: (-before[key], days[key], ends[key].title, ends[key].code))
    on = sorted(after, key=lambda key: (after[key], days[key], ends[key].title, ends[key].code))
    return Chain([steps[key] for key in back], [steps[key] for key in on[:MOST_SHOWN]], max(0, len(on) - MOST_SHOWN))


def _walked(key, user, first):
    """By key, how many steps back and how many on each record is; and pairs of a record and a row of it in which the
    next one began."""
    before, after, rows = {}, {}, set()
    back, on = {key}, {key}
    for depth in range(1, LONGEST + 1):
        found = first if depth == 1 and first else followed_by(back, on, user)
        rows |= found.rows
        back, on = found.earlier - before.keys() - {key}, found.later - after.keys() - {key}
        before |= dict.fromkeys(back, depth)
        after |= dict.fromkeys(on, depth)
        if not (back or on):
            break
    return before, after, rows


def _days(ends: Iterable[End], identities):
    days = {end.key: identities[end.key].created_at.date() for end in ends}
    for its in kinds():
        keys = [end.key for end in ends if end.kind == its.key]
        if its.day and keys:
            rows = its.live().filter(**{f"{its.key_field}__in": keys, f"{its.day}__isnull": False}).order_by("-pk")
            days |= dict(rows.values_list(its.key_field, its.day))
    return days


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
