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
        if "tests/cluster/" in item.nodeid and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)
        if "tests/cluster/" in item.nodeid and "cluster" in getattr(item, "fixturenames", ()) and not URL:
            item.add_marker(pytest.mark.skip(reason="ELASTICSEARCH_URL is not set"))


@pytest.fixture
def cluster(settings):
    """An index that holds nothing, reached over a Line that can be cut; the portal asks it."""
    with Line(urlsplit(URL).hostname, urlsplit(URL).port) as line:
        settings.ELASTICSEARCH_URLS = [line.url]
        settings.ELASTICSEARCH_TIMEOUT = 5.0
        settings.SEARCH_ENGINE = "elasticsearch"
        build()
        yield line
        line.mend()
        breaker.close()
