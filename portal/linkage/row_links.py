"""Links that the fields of records make (`Kind.ends`): read from both ends, by the zone of the field that names."""

from collections import defaultdict
from functools import cache
from uuid import UUID

from django.db import connection
from django.db.models import UUIDField, Value

from portal.access.models import RecordIdentity
from portal.records.registry import kind, kinds

ANY_KEY = UUID(int=0)


def field_rows_of(key, user):
    """Tuples as those of `queries.rows_of`, of the fields that name the record or by which it names others.

    Only of published records, and of those whose zone `user` may read. One query for all fields of all kinds, and one
    for each zone that has a link here.
    """
    ends = [(each, end) for each in kinds() for end in each.ends]
    found = _named(ends, key)
    readable = _readable({(ends[number][1].zone, source) for number, source, _target in found}, user)
    return [
        said
        for number, source, target in sorted(found, key=str)
        if (ends[number][1].zone, source) in readable
        for said in _said(*ends[number], key, source, target)
    ]


def _said(kind, end, key, source, target):
    name = f"{kind.key}:{end.name}"
    if source == key:
        yield name, False, str(end.label), target, ""
    if target == key:
        yield name, True, str(end.inverse_label), source, ""


def _named(ends, key):
    """Triples: number of the end, key of the record that names, key of the one named."""
    if not ends:
        return set()
    sql, params = _statement(tuple((each.key, end.name) for each, end in ends), connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(sql, [_stored(key) if param == _stored(ANY_KEY) else param for param in params])
        return {(number, _key(source), _key(target)) for number, source, target in cursor.fetchall()}


@cache
def _statement(names, vendor):
    """SQL and parameters of what fields name (pairs: key of the kind, name), with ANY_KEY for the key of the record.

    Written once: making the union of so many querysets takes longer than a page of a record may.
    """
    first, *others = [part for number, (key, name) in enumerate(names) for part in _parts(number, kind(key), name)]
    return first.union(*others).order_by().query.sql_with_params()


def _parts(number, kind, name):
    """Two queries, each found by its own index: what the record names, and what names it."""
    path = name.replace(".", "__")
    for asked in ({kind.key_field: ANY_KEY, f"{path}__isnull": False}, {path: ANY_KEY}):
        yield kind.live().filter(**asked).order_by().values_list(Value(number), kind.key_field, path)


def _stored(key):
    """A key as the database has it: SQLite knows no UUIDs."""
    return UUIDField().get_db_prep_value(key, connection)


def _key(stored):
    return stored if isinstance(stored, UUID) else UUID(stored)


def _readable(wanted, user):
    """Those of the pairs (zone, key) whose zone of whose record `user` may read."""
    by_zone = defaultdict(set)
    for zone, key in wanted:
        by_zone[zone].add(key)
    return {
        (zone, key)
        for zone, keys in by_zone.items()
        for key in RecordIdentity.objects.visible_to(user, zone).filter(key__in=keys).values_list("key", flat=True)
    }
