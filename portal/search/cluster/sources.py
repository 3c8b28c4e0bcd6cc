"""The read model's rows of records as documents of the cluster."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from portal.access.enums import Zone
from portal.search.lengths import parted
from portal.search.models import RecordAudience, RecordDocument, RecordFacet, SearchText

COPIED = (
    "kind", "code", "sort_title", "listed_rank", "details_rank", "first_year", "last_year", "published_on",
    "updated_on", "takes_place_on", "is_demo", "digest",
)  # fmt: skip
COLUMNS = ("title", "summary", "body")


def sources_of(keys: Iterable[UUID]) -> dict[UUID, dict]:
    """By key, what the cluster is to hold of the records with these keys that can be found now."""
    rows = RecordDocument.objects.filter(identity__in=list(keys))
    sources = {row.pk: _source(row) for row in rows}
    _add_values(sources)
    _add_audiences(sources)
    for text in SearchText.objects.filter(document__in=sources):
        columns = {name: getattr(text, name) for name in COLUMNS}
        columns["names"], columns["filler"] = parted(text.names)
        sources[text.document_id][text.view] = columns
    return {row.identity_id: sources[row.pk] for row in rows}


def _source(row):
    return {"document": row.pk, **{name: getattr(row, name) for name in COPIED}}


def _add_values(sources):
    found = defaultdict(lambda: ([], []))
    rows = RecordFacet.objects.filter(document__in=sources)
    for document, zone, facet, value in rows.values_list("document", "zone", "value__facet", "value__value"):
        found[document][zone != Zone.CARD].append(named(facet, value))
    for document, (card, details) in found.items():
        sources[document] |= {"card_values": card, "details_values": details}


def _add_audiences(sources):
    found = defaultdict(lambda: ([], []))
    for row in RecordAudience.objects.filter(document__in=sources):
        found[row.document_id][row.zone != Zone.CARD].append(row.key)
    for document, (card, details) in found.items():
        sources[document] |= {"card_keys": card, "details_keys": details}


def named(facet, value) -> str:
    """A facet value as the cluster writes it."""
    return f"{facet}={value}"
