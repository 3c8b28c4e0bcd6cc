"""Reads published records with what belongs to them, many at a time."""

from collections import defaultdict
from uuid import UUID

from django.db import models

from portal.records.registry import Kind


def records_by_key(kind: Kind, keys: list[UUID]) -> dict[UUID, list]:
    """The published language versions of each record, the original (the oldest) first."""
    field = "translation_key" if hasattr(kind.model, "translation_key") else "key"
    rows = kind.live().filter(**{f"{field}__in": keys}).order_by("pk").fetch_mode(models.FETCH_PEERS)
    records = defaultdict(list)
    for record in rows.prefetch_related(*_rows_of(kind)):
        records[record.key].append(record)
    return records


def _rows_of(kind):
    """The names of the relations to many that the kind's fields read."""
    names = {field.name for field in kind.fields}
    for field in kind.model._meta.get_fields():
        if field.name in names and (field.many_to_many or field.one_to_many):
            yield field.name
