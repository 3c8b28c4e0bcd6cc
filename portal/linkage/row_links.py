"""Links that the fields of records make (`Kind.ends`): read from both ends, by the zone of the field that names."""

from collections import defaultdict

from django.db.models import Value

from portal.access.models import RecordIdentity
from portal.records.registry import kinds


def field_rows_of(key, user):
    """Tuples as those of `queries.rows_of`, of the fields that name the record or by which it names others.

    Only of published records, and of those whose zone `user` may read. One query for all fields of all kinds, and one
    for each zone that has a link here.
    """
    ends = [(kind, end) for kind in kinds() for end in kind.ends]
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
    parts = [part for number, (kind, end) in enumerate(ends) for part in _parts(number, kind, end, key)]
    return set(parts[0].union(*parts[1:])) if parts else set()


def _parts(number, kind, end, key):
    """Two queries, each found by its own index: what the record names, and what names it."""
    path = end.name.replace(".", "__")
    pairs = kind.live().filter(**{f"{path}__isnull": False}).order_by()
    for names in (kind.key_field, path):
        yield pairs.filter(**{names: key}).values_list(Value(number), kind.key_field, path)


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
