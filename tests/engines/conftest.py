"""One contract for every engine: this folder runs on SQLite, on PostgreSQL when TEST_DATABASE_URL names one, and each
time on Elasticsearch too when ELASTICSEARCH_URL does."""

import os

import pytest
from django.http import QueryDict
from django.utils import translation

from portal.search.cluster.building import build
from portal.search.cluster.client import is_used
from portal.search.cluster.delivering import deliver
from portal.search.engines import engine
from portal.search.query import RecordQuery
from portal.taxonomy.models import GlossaryTerm
from tests.factories.taxonomy import GlossaryTermFactory

STORES = ["database", *(["elasticsearch"] if os.environ.get("ELASTICSEARCH_URL") else [])]


@pytest.fixture(autouse=True, params=STORES)
def store(request, db, settings):
    """The engine that is asked, with nothing in it but what the test makes."""
    settings.SEARCH_ENGINE = request.param
    if is_used():
        build()
    return request.param


@pytest.fixture
def glossary():
    """A glossary of one entry, with a name in each language and two acronyms."""
    GlossaryTerm.objects.all().delete()
    GlossaryTermFactory(
        term_en="confirmed hazardous area",
        term_fr="zone dangereuse confirmée",
        term_ar="منطقة خطرة مؤكدة",
        acronym_en="CHA",
        acronym_fr="ZDC",
    )


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/engines/" in item.nodeid:
            item.add_marker(pytest.mark.engines)
            item.add_marker(pytest.mark.django_db)


def find(parameters="", user=None, language="en", **options):
    """The result of a search with the parameters of an address."""
    with translation.override(language):
        return ask(RecordQuery.from_parameters(QueryDict(parameters), **options), user, language)


def arrive():
    """Brings what was made to the cluster, where one is asked."""
    if is_used():
        deliver()


def ask(query, user=None, language="en"):
    """The result of a RecordQuery, from the engine in force and not from one in its place."""
    arrive()
    result = engine().search(query, user, language)
    assert not result.reduced
    return result


def titles(parameters="", user=None, **options):
    """The titles of the hits, in their order."""
    return [hit.title for hit in find(parameters, user, **options).hits]


def counts(result, facet):
    """Count by value of one facet of a result."""
    return {each.value.value: each.count for each in result.facets.get(facet, ())}
