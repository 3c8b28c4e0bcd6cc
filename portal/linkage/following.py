"""Steps of a chain: what a set of records came out of, and what came out of a set of records, in one query."""

from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, Value

from portal.access.enums import Zone
from portal.records.fields import Came
from portal.records.models import RecordLink
from portal.records.registry import kind, kinds

from .said import LINKS, LINKS_OF_CHAINS, NO_ROW, as_key, as_stored, readable_by, row_of, seen_by

SIZES = (1, 4, 16, 48)
"""Of so many records at once is asked: the statement of each size is made once."""
MOST_READ = 300
NOTHING = UUID(int=0)
BESIDE = -2
"""The number of what is asked beside it."""
BACK, ON = 1, 1000
"""The two ways to go, and where the placeholders of their sets begin."""


@dataclass(frozen=True)
class Followed:
    """What some records came out of (`earlier`), what came out of some (`later`), and pairs of a record and the key of
    the row of it out of which something came (`rows`)."""

    earlier: set[UUID] = field(default_factory=set)
    later: set[UUID] = field(default_factory=set)
    rows: set[tuple[UUID, UUID]] = field(default_factory=set)


def first_step(key, said) -> Followed:
    """What the record with this identity key came out of, and what came out of it, by all that is said of it
    (Mentions)."""
    found = Followed()
    for each in (each for each in said if each.came is not None):
        is_after = each.came is Came.AFTER
        first, second = (each.target, each.source) if is_after else (each.source, each.target)
        if second == key:
            found.earlier.add(first)
        if first == key:
            found.later.add(second)
        if each.row and is_after:
            found.rows.add((first, each.row))
    return found


def followed_by(back, on, user, steps=1, beside=None) -> tuple[list[Followed], list[tuple[UUID, UUID]]]:
    """What the records `back` came out of, and what came out of the records `on` (identity keys), as far as `user` may
    read that it did and know of both; then, of so many `steps`, the same of what was found in the one before. And the
    pairs of keys that the query `beside` it gives, a queryset. One query for all."""
    ends = _ends()
    found, pairs = [Followed() for _ in range(steps)], []
    for step, number, source, target, row, way in _rows(ends, sorted(back), sorted(on), user, steps, beside):
        source, target = as_key(source), as_key(target)
        if step == BESIDE:
            pairs.append((source, target))
            continue
        is_after = number == LINKS or ends[number][1].came is Came.AFTER
        first, second = (target, source) if is_after else (source, target)
        reached, end = (found[step].earlier, first) if way == BACK else (found[step].later, second)
        reached.add(end)
        if row and is_after:
            found[step].rows.add((first, UUID(row)))
    return found, pairs


def _ends():
    return [(each, end) for each in kinds() for end in each.ends if end.came is not None]


def _rows(ends, back, on, user, steps, beside):
    """Tuples of the step, the number of what says it, source, target, the key of a row or nothing, and the way."""
    chained = _chained(ends, back, on, user, steps) if back or on else None
    asked = list(filter(None, (chained, _beside(beside))))
    if not asked:
        return []
    before = f"WITH {chained[2]} " if chained else ""
    with connection.cursor() as cursor:
        sql = " UNION ALL ".join(sql for sql, *_ in asked)
        cursor.execute(before + sql, [each for _, params, *_ in asked for each in params])
        return cursor.fetchall()


def _chained(ends, back, on, user, steps):
    """SQL and parameters of steps of the chain, and the tables that they stand in, each found from the one before it;
    None for a reader who may see nothing."""
    readable, known = readable_by(ends, user), seen_by(user, Zone.CARD, "said.target_key")
    if not (readable and known):
        return None
    where = " OR ".join(f"(said.said_by IN ({numbers}) AND EXISTS ({sql}))" for numbers, sql, _ in readable)
    own = [*(param for *_, params in readable for param in params), *known[1]]
    names, tables, params = tuple((its.key, end.name) for its, end in ends), [], []
    for step in range(steps):
        union, asked = _further(names, connection.vendor, step) if step else _begun(names, back, on)
        said = f"SELECT * FROM ({union}) said WHERE ({where}) AND EXISTS ({known[0]})"
        tables.append(f"step{step} AS ({said} ORDER BY 1, 2, 3 LIMIT {MOST_READ})")
        params += [*asked, *own]
    selects = (f"SELECT {step}, said_by, source_key, target_key, row_key, way FROM step{step}" for step in range(steps))
    return " UNION ALL ".join(selects), params, ", ".join(tables)


def _beside(pairs):
    """The same of a queryset of pairs; None where there is nothing to ask."""
    if pairs is None:
        return None
    try:
        sql, params = pairs.query.sql_with_params()
    except EmptyResultSet:
        return None
    return f"SELECT {BESIDE}, {BESIDE}, beside.*, '', 0 FROM ({sql}) beside", params


def _begun(names, back, on):
    """SQL and parameters of the step that begins at these keys."""
    size = next((each for each in SIZES if each >= max(len(back), len(on))), SIZES[-1])
    union, params = _union(names, connection.vendor, size)
    given = _given(back, BACK, size) | _given(on, ON, size)
    return union, [given.get(param, param) for param in params]


def _given(keys, begin, size):
    """By the placeholders of one of the two sets, the keys that stand in their places."""
    filled = [*keys[:size], *[NOTHING] * (size - len(keys))]
    return {as_stored(UUID(int=begin + place)): as_stored(key) for place, key in enumerate(filled)}


@cache
def _further(names, vendor, step):
    """SQL and parameters of a step that begins at what the one before it reached."""
    union, params = _union(names, vendor, 1)
    reached = {as_stored(UUID(int=way)): f"SELECT reached FROM step{step - 1} WHERE way = {way}" for way in (BACK, ON)}
    first, *others = union.split("%s")
    sql = first + "".join(reached.get(param, "%s") + part for param, part in zip(params, others, strict=True))
    return sql, [param for param in params if param not in reached]


@cache
def _union(names, vendor, size):
    """SQL and parameters, with placeholders for the keys: written once for each size."""
    sets = {way: [UUID(int=way + place) for place in range(size)] for way in (BACK, ON)}
    links = RecordLink.objects.filter(record__live=True, kind__key__in=LINKS_OF_CHAINS)
    parts = [*_parts(LINKS, links, ("record__translation_key", "target"), NO_ROW, BACK, ON, sets)]
    for number, (key, name) in enumerate(names):
        its = kind(key)
        end = next(end for end in its.ends if end.name == name)
        ways = (BACK, ON) if end.came is Came.AFTER else (ON, BACK)
        named = (its.key_field, name.replace(".", "__"))
        parts += _parts(number, its.live(), named, row_of(its, name), *ways, sets)
    return parts[0].union(*parts[1:], all=True).order_by().query.sql_with_params()


def _parts(number, rows, names, row, of_sources, of_targets, sets):
    """Two queries, each found by its own index: by who says it, and by of whom it is said; with the way on which the
    record at the other end is `reached`."""
    source, target = names
    said = {"said_by": Value(number), "source_key": F(source), "target_key": F(target), "row_key": row}
    ways = (
        (of_sources, target, {f"{source}__in": sets[of_sources], f"{target}__isnull": False}),
        (of_targets, source, {f"{target}__in": sets[of_targets]}),
    )
    for way, reached, asked in ways:
        named = {**said, "way": Value(way), "reached": F(reached)}
        yield rows.filter(**asked).order_by().annotate(**named).values_list(*named)
