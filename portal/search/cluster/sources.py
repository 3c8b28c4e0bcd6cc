"""The read model's rows of records as documents of the cluster."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from portal.access.enums import Zone
from portal.search.lengths import parted
from portal.search.models import RecordAudience, RecordDocument, RecordFacet, SearchText
from portal.search.stored_values import name_of

COPIED = (
    "kind", "code", "sort_title", "listed_rank", "details_rank", "first_year", "last_year", "published_on",
    "updated_on", "takes_place_on", "is_demo", "digest",
)  # fmt: skip
COLUMNS = ("title", "summary", "body")


def sources_of(keys: Iterable[UUID]) -> dict[UUID, dict]:
    """By key, what the cluster is to hold of the records with these keys that can be found now."""
    rows = RecordDocument.objects.filter(identity__in=list(keys)).values_list("identity", "pk", *COPIED)
    found = {key: {"document": number, **dict(zip(COPIED, row, strict=True))} for key, number, *row in rows}
    sources = {source["document"]: source for source in found.values()}
    if sources:
        _add_values(sources)
        _add_audiences(sources)
        _add_texts(sources)
    return found


def _add_values(sources):
    found = defaultdict(lambda: ([], []))
    of_value = "JOIN search_facetvalue v ON v.id = r.value_id"
    for document, zone, facet, value in _rows(sources, RecordFacet, "r.zone, v.facet, v.value", of_value):
        found[document][zone != Zone.CARD].append(name_of(facet, value))
    for document, (card, details) in found.items():
        sources[document] |= {"card_values": card, "details_values": details}


def _add_audiences(sources):
    found = defaultdict(lambda: ([], []))
    for document, zone, key in _rows(sources, RecordAudience, "r.zone, r.key"):
        found[document][zone != Zone.CARD].append(key)
    for document, (card, details) in found.items():
        sources[document] |= {"card_keys": card, "details_keys": details}


def _add_texts(sources):
    for document, view, names, *columns in _rows(sources, SearchText, "r.view, r.names, r.title, r.summary, r.body"):
        words = dict(zip(COLUMNS, columns, strict=True))
        words["names"], words["filler"] = parted(names)
        sources[document][view] = words


def _rows(documents, model, columns, joined=""):
    """The rows of a model `r` that belong to these documents. In SQL: objects took longer than the reading itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT r.document_id, {columns} FROM "{model._meta.db_table}" r {joined} '
            f"WHERE r.document_id IN ({', '.join(map(str, documents))})"
        )
        return cursor.fetchall()
