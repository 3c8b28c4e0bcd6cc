"""The search cluster: these tests need one at ELASTICSEARCH_URL, and say loudly when they are left out (make test)."""

import os
from urllib.parse import urlsplit

import pytest

from portal.search.cluster.building import build
from portal.search.engines.elasticsearch.engine import breaker
from tests.cluster.line import Line

URL = os.environ.get("ELASTICSEARCH_URL", "")


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/cluster/" in item.nodeid and "cluster" in getattr(item, "fixturenames", ()) and not URL:
            item.add_marker(pytest.mark.skip(reason="ELASTICSEARCH_URL is not set"))


@pytest.fixture
def cluster(settings, request):
    """An index that holds nothing, reached over a Line that can be cut; the portal asks it."""
    request.getfixturevalue("transactional_db" if is_threaded(request.node) else "db")
    with Line(urlsplit(URL).hostname, urlsplit(URL).port) as line:
        settings.ELASTICSEARCH_URLS = [line.url]
        settings.ELASTICSEARCH_TIMEOUT = 5.0
        settings.SEARCH_ENGINE = "elasticsearch"
        build()
        yield line
        line.mend()
        breaker.close()


def is_threaded(item):
    """Whether a test has others write at the same time, over connections of their own."""
    return item.get_closest_marker("threaded") is not None
