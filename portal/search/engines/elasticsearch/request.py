"""One request for a page of hits, their total and all facets, each counted with its own filter lifted."""

from elasticsearch_dsl import A
from elasticsearch_dsl.query import Bool, Ids, MatchAll, Query, Range, Term

from portal.search.stored_values import name_of

from .access import Rights
from .words import by_kind, matching

MOST_VALUES = 10_000
"""Facet values that one answer counts."""
DEEPEST = 10_000
"""Hits that Elasticsearch skips and shows in one go (index.max_result_window)."""
ALL = "all"
ORDERS = {
    "relevance": [{"_score": "desc"}, {"code": "asc"}],
    "newest": [{"published_on": "desc"}, {"code": "asc"}],
    "updated": [{"updated_on": "desc"}, {"code": "asc"}],
    "title": [{"sort_title": "asc"}, {"code": "asc"}],
    "date": [{"takes_place_on": {"order": "desc", "missing": "_last"}}, {"code": "asc"}],
    "due": [{"takes_place_on": {"order": "asc", "missing": "_last"}}, {"code": "asc"}],
}


class Request:
    """What is asked of the cluster for one query and one reader."""

    def __init__(self, query, scope, expression, filters, left_out=()):
        self.query, self.expression, self.filters, self.left_out = query, expression, filters, left_out
        self.rights = Rights(scope)

    def body(self, start: int, size: int) -> dict:
        """The request for `size` hits after the first `start`, with total and counts."""
        shown = self._chosen() + ([Term(is_demo=False)] if self.query.hits_are_real else [])
        return {
            "query": self.base().to_dict(),
            "post_filter": _all(shown).to_dict(),
            "aggs": {name: each.to_dict() for name, each in self._counts().items()},
            "sort": ORDERS[self.query.sort],
            "from": start,
            "size": size,
            "track_total_hits": False,
            "_source": False,
            "docvalue_fields": ["document"],
        }

    def base(self) -> Query:
        """Everything but what the reader chose of facets."""
        words = [by_kind(self.rights.texts(lambda view: matching(view, self.expression)))] if self.expression else []
        without = [Ids(values=[key.hex for key in self.left_out])] if self.left_out else []
        return Bool(must=words, filter=[self.rights.listed(), *self._conditions()], must_not=without)

    def _conditions(self):
        query, conditions = self.query, []
        if query.kind:
            conditions.append(Term(kind=query.kind))
        if query.only is not None:
            conditions.append(Ids(values=[key.hex for key in query.only]))
        if query.first_year is not None:
            conditions += [Range(last_year={"gte": query.first_year}), self.rights.dated()]
        if query.last_year is not None:
            conditions += [Range(first_year={"lte": query.last_year}), self.rights.dated()]
        conditions += [Bool(must_not=[self._has(facet, values)]) for facet, values in self.filters.excluded.items()]
        return conditions + [self._has(facet, values) for facet, values in self.filters.fixed.items()]

    def _has(self, facet, values):
        return self.rights.has([name_of(facet, value.value) for value in values])

    def _chosen(self, but=None):
        return [self._has(facet, values) for facet, values in self.filters.chosen.items() if facet != but]

    def _counts(self):
        """By facet, the counts with its own filter lifted; under ALL those of all others, and the total."""
        return {name: self._count(_all(self._chosen(name))) for name in (ALL, *self.filters.chosen)}

    def _count(self, condition):
        counted = A("filter", condition)
        counted.bucket("card", "terms", field="card_values", size=MOST_VALUES)
        details = counted.bucket("readable", "filter", self.rights.readable())
        details.bucket("details", "terms", field="details_values", size=MOST_VALUES)
        return counted


def _all(conditions):
    return Bool(filter=conditions) if conditions else MatchAll()
