"""Reads published records with what belongs to them, many at a time."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.records.registry import Kind
from portal.records.values import as_list


@dataclass(frozen=True)
class Version:
    """A published record in one language, read once: by name, the parts of the value of each field that search uses.

    `language` is None of a model that is no page: it has one row for all languages.
    """

    record: Any
    language: str | None
    values: dict[str, list]


def versions_by_key(kind: Kind, identities: list[RecordIdentity]) -> dict[UUID, list[Version]]:
    """The published language versions of each record, the original (the oldest) first."""
    records = records_by_key(kind, identities, [field for field in kind.fields if _is_wanted(field)])
    return {key: [_read(kind, record) for record in versions] for key, versions in records.items()}


def records_by_key(kind: Kind, identities, fields) -> dict[UUID, list[Any]]:
    """The published language versions of each record, the original first, with what these fields of them read.

    `identities` are RecordIdentity rows with owner and custodian. A constant number of queries.
    """
    by_key = {identity.key: identity for identity in identities}
    rows = kind.live().filter(**{f"{kind.key_field}__in": by_key}).order_by("pk").fetch_mode(models.FETCH_PEERS)
    records = defaultdict(list)
    for record in rows.prefetch_related(*_rows_of(kind, fields)):
        # Where fields that read the identity (owner, custodian) look first: no query for each record.
        record.read_identity = by_key[record.key]
        records[record.key].append(record)
    return dict(records)


def _read(kind, record):
    locale = getattr(record, "locale", None)
    values = {each.name: as_list(each.value(record)) for each in kind.fields if _is_wanted(each)}
    return Version(record, locale.language_code if locale else None, values)


def _is_wanted(field):
    return field.zone is not Zone.OWNER and (field.weight or field.facet)


def _rows_of(kind, fields):
    """The names of the relations to many that the fields read, and of what their rows point at."""
    names = {field.name for field in fields}
    for field in kind.model._meta.get_fields():
        if field.name in names and (field.many_to_many or field.one_to_many):
            yield field.name
            if field.one_to_many:
                for inner in field.related_model._meta.concrete_fields:
                    if inner.is_relation and inner.remote_field is not field.remote_field and not inner.primary_key:
                        yield f"{field.name}__{inner.name}"
