"""One contract for every engine: this folder runs on SQLite, and on PostgreSQL when TEST_DATABASE_URL names one."""

import pytest
from django.http import QueryDict
from django.utils import translation

from portal.search.engines import engine
from portal.search.query import RecordQuery


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/engines/" in item.nodeid:
            item.add_marker(pytest.mark.engines)
            item.add_marker(pytest.mark.django_db)


def find(parameters="", user=None, language="en", **options):
    """The result of a search with the parameters of an address."""
    with translation.override(language):
        query = RecordQuery.from_parameters(QueryDict(parameters), **options)
        return engine().search(query, user, language)


def titles(parameters="", user=None, **options):
    """The titles of the hits, in their order."""
    return [hit.title for hit in find(parameters, user, **options).hits]


def counts(result, facet):
    """Count by value of one facet of a result."""
    return {each.value.value: each.count for each in result.facets.get(facet, ())}
