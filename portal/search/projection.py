"""Renews what can be found of a record, in the transaction in which the record changes."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import chain
from uuid import UUID

from django.db import connection, transaction

from portal.access.models import RecordIdentity
from portal.core.page_paths import roots_held
from portal.records import registry
from portal.taxonomy.tree import held

from . import counts, title_words
from .cluster.changes import note_changes
from .documents import Document, document_of
from .models import FacetValue, RecordAudience, RecordCard, RecordDocument, RecordFacet, SearchState, SearchText
from .openness import keys_of_rows_that_name, openness_of
from .reading import versions_by_key
from .stored_values import value_ids
from .vectors import vector_of

BATCH = 200
COPIED = (
    "kind", "code", "language", "listed_rank", "details_rank", "sort_title", "published_on", "updated_on",
    "takes_place_on", "is_demo",
    "version", "digest",
)  # fmt: skip
"""Columns of RecordDocument that stand in a Document under the same name."""
# One projection at a time: two would wait for each other's counts in opposite order.
LOCK = 7_061_893


def project(key: UUID) -> None:
    """Renews the document of one record."""
    project_all({key})


def project_all(keys: Iterable[UUID], is_forced: bool = False) -> None:
    """Renews the documents of these records in one transaction; unchanged ones are written only when forced.

    With a record also those that have it as a value of a facet or name it in a row: its names are among their facets,
    of organisations among their words, and what a row says of it is found by who may know of it.
    """
    with transaction.atomic(), held():
        lock_projection()
        changed = write(documents_of(keys), is_forced)
        if not is_forced and (naming := _naming(changed) - changed):
            write(documents_of(naming), is_forced)


def rebuild(tell: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Writes all documents anew, batch by batch while the site serves; returns how many records are findable.

    `tell(done, total)` is called after each batch.
    """
    _remove_withdrawn()
    keys = list(RecordIdentity.objects.order_by("code").values_list("key", flat=True))
    for start in range(0, len(keys), BATCH):
        project_all(keys[start : start + BATCH], is_forced=True)
        tell(min(start + BATCH, len(keys)), len(keys))
    with transaction.atomic():
        lock_projection()
        counts.recount()
        title_words.recount()
        SearchState.renew()
    tidy()
    return RecordDocument.objects.count()


def _remove_withdrawn():
    with transaction.atomic():
        lock_projection()
        rows = RecordDocument.objects.exclude(identity__in=RecordIdentity.objects.filter(withdrawn_at=None))
        keys = set(rows.values_list("identity", flat=True))
        if keys:
            rows.delete()
            note_changes(keys, set(), SearchState.renew())


def tidy() -> None:
    """Lets the database know its new sizes, without which it chooses slow ways after a bulk load."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for view in SearchText.view.field.choices:
                cursor.execute(f"INSERT INTO search_fts_{view[0]}(search_fts_{view[0]}) VALUES ('optimize')")
            cursor.execute("ANALYZE")
        else:  # pragma: no cover  tests/engines run on PostgreSQL too
            for model in (RecordDocument, RecordFacet, RecordAudience, RecordCard, SearchText):
                cursor.execute(f"ANALYZE {model._meta.db_table}")


def documents_of(keys: Iterable[UUID]) -> dict[UUID, Document | None]:
    """By key, the documents that the records ask for now: None for what is not published, withdrawn or gone."""
    wanted = dict.fromkeys(keys)
    identities = RecordIdentity.objects.filter(pk__in=wanted, withdrawn_at=None)
    identities = identities.select_related("owner", "custodian").prefetch_related("named_organisations")
    by_kind = defaultdict(list)
    for identity in identities:
        by_kind[identity.kind].append(identity)
    for key, own in by_kind.items():
        kind = registry.kind(key)
        published = versions_by_key(kind, own)
        openness = openness_of(kind, chain.from_iterable(published.values()))
        with roots_held():
            for identity in own:
                if versions := published.get(identity.key):
                    wanted[identity.key] = document_of(identity, versions, openness)
    return wanted


def lock_projection():
    """Within a transaction: whoever else writes what can be found waits until it ends."""
    if connection.vendor == "postgresql":  # pragma: no cover  tests/engines run on PostgreSQL too
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _naming(keys):
    """The keys of the records that have one of the records among `keys` as a value of a facet, or name it in a row."""
    values = FacetValue.objects.filter(record__in=keys)
    by_facet = RecordFacet.objects.filter(value__in=values).values_list("document__identity", flat=True)
    return {*by_facet, *keys_of_rows_that_name(keys)} if keys else set()


def write(documents: dict[UUID, Document | None], is_forced: bool) -> set[UUID]:
    """Writes those that changed, or all; returns the keys of these records. Whoever calls it in a portal holds the lock
    and a transaction, as project_all does."""
    stored = {row.identity_id: row for row in RecordDocument.objects.filter(identity__in=documents)}
    changed = {}
    for key, document in documents.items():
        old = stored.get(key)
        if (document is None) != (old is None) or is_forced or (document and document.digest != old.digest):
            changed[key] = document
    if not changed:
        return set()
    ids = [stored[key].pk for key in changed if key in stored]
    with counts.renewed(ids) as written, title_words.renewed(ids, written):
        _clear(ids)
        for_key = _save_documents(changed)
        written += [row.pk for row in for_key.values()]
        _save_rows({for_key[key]: document for key, document in changed.items() if document})
        RecordDocument.objects.filter(identity__in=[key for key, document in changed.items() if not document]).delete()
    number = SearchState.renew()
    told = {key for key, document in changed.items() if not _is_same(document, stored.get(key))}
    note_changes(told, told - stored.keys(), number)
    return set(changed)


def _is_same(document, old):
    return document and old and document.digest == old.digest


def _clear(ids):
    for model in (SearchText, RecordFacet, RecordCard, RecordAudience):
        rows = model.objects.filter(document__in=ids)
        rows._raw_delete(rows.db)


def _save_documents(changed):
    """The RecordDocument rows by key: those there were, with their primary key, and new ones."""
    rows = {}
    for key, document in changed.items():
        if document:
            row = RecordDocument(identity_id=key)
            for name in COPIED:
                setattr(row, name, getattr(document, name))
            row.first_year, row.last_year = document.years
            rows[key] = row
    names = [field.name for field in RecordDocument._meta.concrete_fields if field.name not in ("id", "identity")]
    RecordDocument.objects.bulk_create(
        rows.values(), update_conflicts=True, unique_fields=["identity"], update_fields=names
    )
    return rows


def _save_rows(documents):
    ids = value_ids({value for document in documents.values() for value, _ in document.values})
    cards, facets, audiences, texts = [], [], [], []
    for row, document in documents.items():
        cards += [RecordCard(document=row, **vars(card)) for card in document.cards]
        facets += [
            RecordFacet(document=row, value_id=ids[value.facet, value.value], zone=zone, level=document.level(zone))
            for value, zone in document.values
        ]
        audiences += [RecordAudience(document=row, zone=zone, key=key) for zone, key in document.audiences]
        texts += [_text(row, view, words) for view, words in document.texts.items()]
    for model, rows in ((RecordCard, cards), (RecordFacet, facets), (RecordAudience, audiences), (SearchText, texts)):
        model.objects.bulk_create(rows)


def _text(row, view, words):
    vector = vector_of(words) if connection.vendor == "postgresql" else None
    columns = {name: " ".join(column) for name, column in vars(words).items()}
    return SearchText(document=row, view=view, vector=vector, **columns)
