"""One step of a chain: what a set of records came out of, and what came out of a set of records, in one query."""

from functools import cache
from uuid import UUID

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
BACK, ON = 1, 1000
"""Where the placeholders of the two sets begin."""


def followed_by(back, on, user) -> tuple[set[UUID], set[UUID], set[tuple[UUID, UUID]]]:
    """What the records `back` came out of, what came out of the records `on` (identity keys), and pairs of a record and
    the key of the row of it out of which something came; all as far as `user` may read that it did and know of both."""
    ends = _ends()
    earlier, later, rows = set(), set(), set()
    for number, source, target, row in _rows(ends, sorted(back), sorted(on), user):
        source, target = as_key(source), as_key(target)
        is_after = number == LINKS or ends[number][1].came is Came.AFTER
        first, second = (target, source) if is_after else (source, target)
        if second in back:
            earlier.add(first)
        if first in on:
            later.add(second)
        if row and is_after and (second in back or first in on):
            rows.add((first, UUID(row)))
    return earlier, later, rows


def _ends():
    return [(each, end) for each in kinds() for end in each.ends if end.came is not None]


def _rows(ends, back, on, user):
    readable, known = readable_by(ends, user), seen_by(user, Zone.CARD, "said.target_key")
    if not (readable and known):
        return []
    size = next((each for each in SIZES if each >= max(len(back), len(on))), SIZES[-1])
    union, params = _union(tuple((its.key, end.name) for its, end in ends), connection.vendor, size)
    given = _given(back, BACK, size) | _given(on, ON, size)
    where = " OR ".join(f"(said.said_by IN ({numbers}) AND EXISTS ({sql}))" for numbers, sql, _ in readable)
    statement = (
        f"SELECT * FROM ({union}) said WHERE ({where}) AND EXISTS ({known[0]}) ORDER BY 1, 2, 3 LIMIT {MOST_READ}"
    )
    own = [param for *_, params_ in readable for param in params_]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(given.get(param, param) for param in params), *own, *known[1]])
        return cursor.fetchall()


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
