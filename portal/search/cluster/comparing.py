"""Whether the index that answers holds what the tables hold."""

from collections.abc import Iterator

from elasticsearch.helpers import scan

from portal.search.models import IndexChange, RecordDocument

from .changes import answering
from .client import AWAY, is_used, patient_client

COMPARED = {"document": "pk", "listed_rank": "listed_rank", "details_rank": "details_rank", "digest": "digest"}
"""By its name in the cluster, the column of RecordDocument that it must equal; the digest stands for all content."""


def index_differences() -> Iterator[str]:
    """A sentence for each record of which the cluster holds something else than the tables, or for what is wrong at
    large; nothing where no cluster is used."""
    if not is_used():
        return
    if (index := answering()) is None:
        yield "The search cluster: no index holds all changes."
        return
    try:
        held = {hit["_id"]: hit["fields"] for hit in scan(patient_client(), index=index, query=_everything())}
    except AWAY as error:
        yield f"The search cluster does not answer: {error}"
        return
    waiting = IndexChange.objects.count()
    if waiting:
        yield f"The search cluster: {waiting} changes are on their way."
    for key, code, wanted in _wanted():
        found = {name: values[0] for name, values in held.pop(key.hex, {}).items()}
        if found != wanted:
            yield f"{code}: the search cluster holds {'something else of it' if found else 'nothing of it'}"
    for key in held:
        yield f"{key}: the search cluster holds it, but it cannot be found"


def _everything():
    return {"query": {"match_all": {}}, "_source": False, "docvalue_fields": list(COMPARED)}


def _wanted():
    rows = RecordDocument.objects.values_list("identity", "code", *COMPARED.values())
    for key, code, *values in rows.iterator(chunk_size=1_000):
        yield key, code, dict(zip(COMPARED, values, strict=True))
