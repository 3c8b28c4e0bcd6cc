"""Every test in this folder asks the database, on SQLite or on the PostgreSQL that TEST_DATABASE_URL names."""

import pytest

from tests.access.stage import staged
from tests.access.sweep import Sweep


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/access/" in item.nodeid and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="module")
def sweep(django_db_setup, django_db_blocker):
    """One world for all tests of a file."""
    with staged(django_db_blocker) as world:
        yield Sweep(world)
