"""What the cluster answers, as the engines say it."""

from portal.search.cluster.client import client
from portal.search.engines.result import Found

from .request import ALL, DEEPEST


def found_by(index, request, values) -> Found:
    """The page that the Request asks for; beyond the last comes the last. `values` are all StoredValues by number.

    Raises what the client raises (client.AWAY).
    """
    query = request.query
    start, size = (query.page - 1) * query.page_size, query.page_size
    answer = _sent(index, request.body(*_first_step(start, size)))
    total = answer["aggregations"][ALL]["doc_count"]
    if total and start >= total:
        start = (total - 1) // size * size
        answer |= {"hits": _sent(index, _bare(request.body(*_first_step(start, size))))["hits"]}
    hits = _walked(index, request, answer["hits"]["hits"], start, size)
    documents = [hit["fields"]["document"][0] for hit in hits]
    scores = {hit["fields"]["document"][0]: hit["_score"] for hit in hits if hit["_score"] is not None}
    return Found(documents=documents, total=total, counts=_counts(answer["aggregations"], values), scores=scores)


def _sent(index, body):
    return client().search(index=index, body=body, allow_partial_search_results=False).body


def _bare(body):
    return {name: value for name, value in body.items() if name != "aggs"}


def _first_step(start, size):
    """Where to start and how many to ask for: beyond DEEPEST the way there has to be walked."""
    return (start, size) if start + size <= DEEPEST else (0, DEEPEST)


def _walked(index, request, hits, start, size):
    """The hits of the page: those in hand, or those after as many steps as it takes to get beyond DEEPEST."""
    if start + size <= DEEPEST:
        return hits
    passed = 0
    while hits and passed + len(hits) <= start:
        passed += len(hits)
        body = _bare(request.body(0, min(DEEPEST, start - passed + size)))
        hits = _sent(index, body | {"search_after": hits[-1]["sort"]})["hits"]["hits"]
    page = hits[start - passed :][:size]
    if hits and len(page) < size:
        body = _bare(request.body(0, size - len(page)))
        page += _sent(index, body | {"search_after": hits[-1]["sort"]})["hits"]["hits"]
    return page


def _counts(aggregations, values):
    """By the number of a facet value, how many hits have it; a facet that is filtered by counts without its filter."""
    # Hundreds of buckets: each look-up less is felt.
    counts, lifted, number_of, value_of = {}, aggregations.keys() - {ALL}, values.numbers.get, values.get
    for name, counted in aggregations.items():
        for bucket in [*counted["card"]["buckets"], *counted["readable"]["details"]["buckets"]]:
            value = value_of(number_of(bucket["key"]))
            if value and (not lifted or name == (value.facet if value.facet in lifted else ALL)):
                counts[value.id] = counts.get(value.id, 0) + bucket["doc_count"]
    return counts
