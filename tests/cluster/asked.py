"""What a reader is told by a search."""

from django.http import QueryDict

from portal.search.engines import engine
from portal.search.query import RecordQuery


def ask(parameters="q=wells", user=None):
    """The result of a search with the parameters of an address."""
    return engine().search(RecordQuery.from_parameters(QueryDict(parameters)), user, "en")


def told(parameters="q=wells", user=None):
    """Titles, total, all counts of facets, and whether the database answered in the cluster's place."""
    result = ask(parameters, user)
    counted = {(each.value.facet, each.value.value): each.count for found in result.facets.values() for each in found}
    return sorted(hit.title for hit in result.hits), result.total, counted, result.reduced
