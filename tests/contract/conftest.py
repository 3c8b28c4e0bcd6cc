"""What every store is asked: the documented first content and the fictional country, put up once for all questions.

As in tests/engines, a store is SQLite, PostgreSQL when TEST_DATABASE_URL names one, and each time Elasticsearch too
when ELASTICSEARCH_URL does.
"""

import pytest

from tests.contract.oracle import Oracle
from tests.contract.readers import readers
from tests.contract.stores import put_up
from tests.engines.conftest import STORES


@pytest.fixture(scope="module", params=STORES)
def store(request, django_db_setup, django_db_blocker):
    """The engine that is asked, with everything in it."""
    with put_up(request.param, django_db_blocker, demo=True):
        yield request.param


@pytest.fixture(scope="module")
def people(store):
    """By what they are, the users who ask."""
    return readers()


@pytest.fixture(scope="module")
def oracle(store):
    """What is to be answered."""
    return Oracle()


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/contract/" in item.nodeid:
            item.add_marker(pytest.mark.engines)
            item.add_marker(pytest.mark.django_db)
