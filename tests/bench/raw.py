"""What the store itself takes: the same rows and requests, prepared before and sent by hand."""

from itertools import batched
from pathlib import Path
from time import perf_counter

from django.db import connection, transaction
from elasticsearch.helpers import streaming_bulk

from portal.search.audience import visible_to
from portal.search.cluster.changes import answering
from portal.search.cluster.client import client, is_used, patient_client
from portal.search.cluster.mapping import definition
from portal.search.cluster.sources import sources_of
from portal.search.engines.elasticsearch.request import Request
from portal.search.engines.filters import Filters
from portal.search.models import RecordCard, RecordDocument, RecordFacet, SearchText
from tests.bench import by_hand

MODELS = (SearchText, RecordFacet, RecordCard)
MOST_SENT = 10_000
"""A cluster takes fewer a second the more it holds: those of the first are the harder ones to reach."""


def search(query, words):
    """A function that asks the store for the first page, the total and all facets."""
    if not is_used():
        return lambda: by_hand.search(words, None)
    body, index = Request(query, visible_to(None), query.expression, Filters()).body(0, query.page_size), answering()
    return lambda: client().search(index=index, body=body)


def bulk_rate():
    """Texts a second that the cluster takes in one go, the requests made before; of at most MOST_SENT."""
    name = f"{answering()}-raw"
    patient_client().indices.create(index=name, **definition(auto_expand_replicas=False, number_of_replicas=0))
    keys = RecordDocument.objects.values_list("identity", flat=True)[:MOST_SENT]
    lines = [
        {"_index": name, "_id": key.hex, "_source": source}
        for batch in batched(keys, 500)
        for key, source in sources_of(batch).items()
    ]
    start = perf_counter()
    for _ in streaming_bulk(patient_client(), lines, chunk_size=500):
        pass
    patient_client().indices.refresh(index=name)
    seconds = perf_counter() - start
    patient_client().indices.delete(index=name)
    return len(lines) / seconds


def insert_rate(count):
    """Texts a second that the database takes: their rows as they are, deleted before and inserted again."""
    rows = {model: _rows(model) for model in MODELS}
    with transaction.atomic():
        for model in MODELS:
            own = model.objects.all()
            own._raw_delete(own.db)
        start = perf_counter()
        for model, found in rows.items():
            for batch in batched(found, 500):
                model.objects.bulk_create(batch)
        return count / (perf_counter() - start)


def _rows(model):
    return list(model.objects.all())


def megabytes():
    """What the store takes on the disk."""
    if is_used():
        stats = patient_client().indices.stats(index=answering(), metric="store")
        size = stats["_all"]["primaries"]["store"]["size_in_bytes"]
    elif connection.vendor == "sqlite":
        size = Path(connection.settings_dict["NAME"]).stat().st_size
    else:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT SUM(pg_total_relation_size(c.oid)) FROM pg_class c "
                "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = CURRENT_SCHEMA AND c.relkind = 'r'"
            )
            size = cursor.fetchone()[0]
    return float(size) / 1e6
