"""Every test in this folder asks the database, on SQLite or on the PostgreSQL that TEST_DATABASE_URL names."""

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/access/" in item.nodeid and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)
