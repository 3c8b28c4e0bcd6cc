"""In production the cache is a table of the database too: what a page asks of it counts as any other query."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.access.models import RecordIdentity
from portal.linkage.queries import links_of
from portal.records.models import RecordPage
from portal.search.projection import documents_of
from tests.budget.test_bytes import LISTS

pytestmark = pytest.mark.usefixtures("db", "cache_table")
MOST_OF_A_LIST, MOST_OF_A_RECORD = 15, 25
TABLE = "cache_of_production"


@pytest.fixture
def cache_table(db, settings):
    """The cache of `portal.settings.production`, in a table that is gone afterwards."""
    backend = "django.core.cache.backends.db.DatabaseCache"
    settings.CACHES = {**settings.CACHES, "default": {"BACKEND": backend, "LOCATION": TABLE}}
    call_command("createcachetable")
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")


def asked(client, path):
    """The statements that a page costs once it has been asked for before, and those of them that ask the cache."""
    # Whoever brings a cookie gets no kept page.
    client.cookies["some"] = "cookie"
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return captured, [each["sql"] for each in captured if TABLE in each["sql"]]


@pytest.mark.parametrize("path", ["/fr/lessons/?country=eth", *LISTS])
def test_a_list_asks_the_cache_once_at_most(client, path):
    statements, of_cache = asked(client, path)

    assert len(of_cache) <= 1
    assert len(statements) <= MOST_OF_A_LIST


def test_a_record_asks_the_cache_once_at_most(client):
    pages = RecordPage.objects.live().filter(locale__language_code="en")
    linked = sorted(pages, key=lambda page: -len(links_of(page.key, None)))[:3]
    assert len(links_of(linked[-1].key, None)) > 3

    for page in linked:
        statements, of_cache = asked(client, page.url)
        assert len(of_cache) <= 1, page.url
        assert len(statements) <= MOST_OF_A_RECORD, page.url


def test_the_sitemap_asks_the_cache_once(client):
    assert len(asked(client, "/sitemap.xml")[1]) == 1


def test_a_batch_of_documents_asks_the_cache_once():
    keys = list(RecordIdentity.objects.filter(kind="practice").values_list("key", flat=True))
    documents_of(keys)
    with CaptureQueriesContext(connection) as captured:
        documents_of(keys)

    assert len(keys) > 5
    assert sum(TABLE in each["sql"] for each in captured) == 1
