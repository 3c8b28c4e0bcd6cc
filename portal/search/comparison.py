"""Whether what can be found is what the records say: identity, version, access, content, words, counts."""

from collections.abc import Iterator

from django.db import DatabaseError, connection, transaction

from portal.access.models import RecordIdentity

from .cluster.comparing import index_differences
from .counts import COUNTED, RANKS
from .enums import View
from .models import FacetCount, RecordAudience, RecordDocument, SearchText
from .projection import BATCH, documents_of, rebuild
from .title_words import are_right

NAMES = {
    "version": "version",
    "listed_rank": "who may know of it",
    "details_rank": "who may read it",
    "is_demo": "whether it is fictional",
    "digest": "content",
}


def differences() -> Iterator[str]:
    """A sentence for each record or table that differs, in the tables and in the index of the cluster."""
    yield from table_differences()
    yield from index_differences()


def table_differences() -> Iterator[str]:
    """A sentence for each record or table that differs from the records."""
    keys = list(RecordIdentity.objects.order_by("code").values_list("key", flat=True))
    for start in range(0, len(keys), BATCH):
        yield from _of_records(keys[start : start + BATCH])
    yield from _of_counts()
    if connection.vendor == "sqlite":  # pragma: no branch
        yield from _of_full_text()


def mend() -> bool:
    """Writes all tables anew where anything differs, as after a new version of the portal; answers whether it did."""
    differs = next(table_differences(), None) is not None
    if differs:
        rebuild()
    return differs


def _of_records(keys):
    wanted = documents_of(keys)
    stored = {row.identity_id: row for row in RecordDocument.objects.filter(identity__in=keys)}
    codes = dict(RecordIdentity.objects.filter(pk__in=keys).values_list("key", "code"))
    for key, document in wanted.items():
        row = stored.get(key)
        if document is None and row:
            yield f"{codes[key]}: can be found, but is not published"
        elif document and not row:
            yield f"{codes[key]}: is published, but cannot be found"
        elif document:
            differing = [words for name, words in NAMES.items() if getattr(document, name) != getattr(row, name)]
            differing += _rows(row, document)
            if differing:
                yield f"{codes[key]}: differs in {', '.join(differing)}"


def _rows(row, document):
    audiences = set(RecordAudience.objects.filter(document=row).values_list("zone", "key"))
    if audiences != {(int(zone), key) for zone, key in document.audiences}:
        yield "audience"
    if set(SearchText.objects.filter(document=row).values_list("view", flat=True)) != set(document.texts):
        yield "views"
    stored = set(row.facets.values_list("value__facet", "value__value", "value__record"))
    if stored != {(value.facet, value.value, value.record) for value, _ in document.values}:
        yield "facets"


def _of_counts():
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(sign="", where=""))
        counted = {tuple(row[:3]): row[3] for row in cursor.fetchall()}
    kept = FacetCount.objects.filter(rank__in=RANKS).exclude(documents=0)
    if counted != {(row.rank, row.kind, row.value_id): row.documents for row in kept}:
        yield "The kept counts of facet values differ from the records."
    if not are_right():
        yield "The kept words of titles differ from the records."


def _of_full_text():
    for view in View:
        table = f"search_fts_{view.value}"
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            yield f"The full-text index of the view {view.value} differs from its texts."
