"""Reads published records of several kinds with what their fields read, in as few queries as those of one."""

from collections import defaultdict
from uuid import UUID

from django.db.models import FETCH_PEERS

from portal.access.models import RecordIdentity
from portal.records.models import RecordPage
from portal.records.registry import Kind
from portal.records.related_of_many import fill_many

OF_ALL_PAGES = {field.name for field in RecordPage._meta.get_fields()} | {"owner", "custodian"}


def read_many(kinds: list[Kind], identities: dict[UUID, RecordIdentity], names, user):
    """By key, the published language versions of the records of these kinds, the original first, with the relations of
    these names, and what belongs to `identities`, which each of them reads (`read_identity`)."""
    groups = [list(rows) for rows in _querysets(kinds, identities, names)]
    fill_many(groups, names, user, identities.values())
    found = defaultdict(list)
    for record in (record for records in groups for record in records):
        record.read_identity = identities[record.key]
        found[record.key].append(record)
    return dict(found)


def _querysets(kinds, identities, names):
    """Of pages of several kinds what all share is read from their common table, where that is all that is asked for."""
    pages = [kind for kind in kinds if kind.is_page]
    if len(pages) > 1 and OF_ALL_PAGES.issuperset(names):
        its = {key for key, identity in identities.items() if identity.kind in {kind.key for kind in pages}}
        rows = RecordPage.objects.live().filter(translation_key__in=its).select_related("locale")
        yield rows.order_by("pk").fetch_mode(FETCH_PEERS)
        pages = []
    for kind in (*pages, *(kind for kind in kinds if not kind.is_page)):
        rows = kind.live().filter(**{f"{kind.key_field}__in": identities}).order_by("pk").fetch_mode(FETCH_PEERS)
        yield rows.select_related("locale") if hasattr(kind.model, "locale") else rows
