"""One step of a chain: what a set of records came out of, and what came out of a set of records, in one query."""

from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast

from portal.access.enums import Zone
from portal.records.fields import Came
from portal.records.models import RecordLink
from portal.records.registry import kind, kinds

from .said import LINKS, as_key, as_stored, readable_by, seen_by

LINKS_OF_CHAINS = ("results_from", "follows_up", "implements", "documents", "part_of", "carried_over_from")
"""Kinds of links of which what links came after what it links to."""
SIZES = (1, 4, 16, 48)
"""Of so many records at once is asked: the statement of each size is made once."""
MOST_READ = 300
NOTHING = UUID(int=0)
BESIDE = -2
"""The number of what is asked beside it."""
BACK, ON = 1, 1000
"""Where the placeholders of the two sets begin."""


@dataclass(frozen=True)
class Followed:
    """What some records came out of (`earlier`), what came out of some (`later`), pairs of a record and the key of the
    row of it out of which something came (`rows`); and the `pairs` of keys that a query beside it gave."""

    earlier: set[UUID]
    later: set[UUID]
    rows: set[tuple[UUID, UUID]]
    pairs: list[tuple[UUID, UUID]]


def followed_by(back, on, user, beside=None) -> Followed:
    """What the records `back` came out of, and what came out of the records `on` (identity keys), as far as `user` may
    read that it did and know of both. One query, with that of `beside`: a queryset of pairs of keys, or None."""
    ends = _ends()
    found = nothing_followed()
    for number, source, target, row in _rows(ends, sorted(back), sorted(on), user, beside):
        source, target = as_key(source), as_key(target)
        if number == BESIDE:
            found.pairs.append((source, target))
            continue
        is_after = number == LINKS or ends[number][1].came is Came.AFTER
        first, second = (target, source) if is_after else (source, target)
        if second in back:
            found.earlier.add(first)
        if first in on:
            found.later.add(second)
        if row and is_after:
            found.rows.add((first, UUID(row)))
    return found


def is_of_chain(link_kind: str) -> bool:
    """Whether of two records that such a Link connects one came out of the other."""
    return link_kind in LINKS_OF_CHAINS or link_kind in {f"{its.key}:{end.name}" for its, end in _ends()}


def nothing_followed() -> Followed:
    """What a record has that came out of nothing, and of which nothing came."""
    return Followed(set(), set(), set(), [])


def _ends():
    return [(each, end) for each in kinds() for end in each.ends if end.came is not None]


def _rows(ends, back, on, user, beside):
    """Tuples of a number, source, target, and the key of a row or nothing."""
    asked = list(filter(None, (_chained(ends, back, on, user), _beside(beside))))
    if not asked:
        return []
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(sql for sql, _ in asked), [each for _, params in asked for each in params])
        return cursor.fetchall()


def _chained(ends, back, on, user):
    """SQL and parameters of a step of the chain; None for a reader who may see nothing."""
    readable, known = readable_by(ends, user), seen_by(user, Zone.CARD, "said.target_key")
    if not (readable and known):
        return None
    size = next((each for each in SIZES if each >= max(len(back), len(on))), SIZES[-1])
    union, params = _union(tuple((its.key, end.name) for its, end in ends), connection.vendor, size)
    given = _given(back, BACK, size) | _given(on, ON, size)
    where = " OR ".join(f"(said.said_by IN ({numbers}) AND EXISTS ({sql}))" for numbers, sql, _ in readable)
    statement = f"SELECT * FROM ({union}) said WHERE ({where}) AND EXISTS ({known[0]}) ORDER BY 1, 2, 3"
    own = [param for *_, params_ in readable for param in params_]
    params = [*(given.get(param, param) for param in params), *own, *known[1]]
    return f"SELECT * FROM ({statement} LIMIT {MOST_READ}) chained", params


def _beside(pairs):
    """The same of a queryset of pairs; None where there is nothing to ask."""
    if pairs is None:
        return None
    try:
        sql, params = pairs.query.sql_with_params()
    except EmptyResultSet:
        return None
    return f"SELECT {BESIDE}, beside.*, '' FROM ({sql}) beside", params


def _given(keys, begin, size):
    """By the placeholders of one of the two sets, the keys that stand in their places."""
    filled = [*keys[:size], *[NOTHING] * (size - len(keys))]
    return {as_stored(UUID(int=begin + place)): as_stored(key) for place, key in enumerate(filled)}


@cache
def _union(names, vendor, size):
    """SQL and parameters, with placeholders for the keys: written once for each size."""
    back, on = ([UUID(int=begin + place) for place in range(size)] for begin in (BACK, ON))
    links = RecordLink.objects.filter(record__live=True, kind__key__in=LINKS_OF_CHAINS)
    parts = [*_parts(LINKS, links, ("record__translation_key", "target"), NO_ROW, back, on)]
    for number, (key, name) in enumerate(names):
        its = kind(key)
        end = next(end for end in its.ends if end.name == name)
        row = Cast(F(end.row), CharField()) if end.row else NO_ROW
        sets = (back, on) if end.came is Came.AFTER else (on, back)
        parts += _parts(number, its.live(), (its.key_field, name.replace(".", "__")), row, *sets)
    return parts[0].union(*parts[1:], all=True).order_by().query.sql_with_params()


NO_ROW = Value("", CharField())


def _parts(number, rows, names, row, of_sources, of_targets):
    """Two queries, each found by its own index: by who says it, and by of whom it is said."""
    source, target = names
    named = {"said_by": Value(number), "source_key": F(source), "target_key": F(target), "row_key": row}
    for asked in ({f"{source}__in": of_sources, f"{target}__isnull": False}, {f"{target}__in": of_targets}):
        yield rows.filter(**asked).order_by().annotate(**named).values_list(*named)
