"""Many texts straight into the tables of search: the projection, which looks for what changed, takes longer."""

from collections.abc import Iterable, Iterator
from itertools import batched, count

from django.db import connection, transaction
from django.db.models import Max

from portal.search import counts, title_words
from portal.search.models import RecordCard, RecordDocument, RecordFacet, SearchState, SearchText
from portal.search.projection import tidy
from portal.search.retrieval.filling import Text, document_of, words_of_text
from portal.search.stored_values import value_ids
from portal.search.vectors import vector_of

AT_ONCE = 2_000
COLUMNS = {
    RecordDocument: (
        "id", "identity_id", "kind", "code", "language", "listed_rank", "details_rank", "sort_title", "published_on",
        "updated_on", "is_demo", "version", "digest",
    ),
    RecordCard: (
        "document_id", "language", "title", "summary", "path", "facts", "details_facts", "details_text",
    ),
    RecordFacet: ("document_id", "value_id", "zone", "level"),
    SearchText: ("document_id", "view", "title", "summary", "body", "names", "vector"),
}  # fmt: skip


def pour(texts: Iterable[Text], usual: int) -> None:
    """Adds the texts to those that are there; a usual one has `usual` words. As `fill` does it, but not by its way."""
    first, ids = 1 + (RecordDocument.objects.aggregate(last=Max("pk"))["last"] or 0), {}
    for batch in batched(zip(count(first), texts), AT_ONCE):
        documents = {number: document_of(number, text, words_of_text(text), usual) for number, text in batch}
        keys = {number: text.identity for number, text in batch}
        ids |= value_ids({value for document in documents.values() for value, _ in document.values})
        with transaction.atomic():
            for model, rows in _rows(documents, keys, ids).items():
                _insert(model, rows)
    with transaction.atomic():
        counts.recount()
        title_words.recount()
        SearchState.renew()
    tidy()


def _rows(documents, keys, ids):
    rows = {model: [] for model in COLUMNS}
    for number, document in documents.items():
        own, [card] = keys[number], document.cards
        rows[RecordDocument].append((
            number, own.hex, document.kind, document.code, document.language, 0, 0, document.sort_title,
            document.published_on.isoformat(), document.updated_on.isoformat(), False, 1, own.hex,
        ))  # fmt: skip
        rows[RecordCard].append(
            (number, card.language, card.title, card.summary, card.path, "{}", "{}", card.details_text)
        )
        rows[RecordFacet] += [(number, ids[value.facet, value.value], 0, 0) for value, _ in document.values]
        rows[SearchText] += [(number, view.value, *_columns(words)) for view, words in document.texts.items()]
    return rows


def _columns(words) -> Iterator[str | None]:
    yield from (" ".join(column) for column in vars(words).values())
    yield vector_of(words) if connection.vendor == "postgresql" else None


def _insert(model, rows):
    table, names = model._meta.db_table, ", ".join(COLUMNS[model])
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join("?" for _ in COLUMNS[model])
            cursor.cursor.connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
        else:
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
