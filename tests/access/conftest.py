"""Every test in this folder asks the database, on SQLite or on the PostgreSQL that TEST_DATABASE_URL names."""

import pytest

from portal.access import changes
from tests.access.stage import staged
from tests.access.sweep import Sweep
from tests.factories.people import OrganisationFactory, member_of


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/access/" in item.nodeid and not item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="module")
def sweep(django_db_setup, django_db_blocker):
    """One world for all tests of a file."""
    with staged(django_db_blocker) as world:
        yield Sweep(world)


@pytest.fixture
def organisation():
    return OrganisationFactory()


@pytest.fixture
def owner(organisation):
    """Who decides for the organisation."""
    return member_of(organisation, focal_point=True)


@pytest.fixture
def changed():
    """The keys that were announced, in order; who registers twice is still told once."""
    heard = []
    callback = changes.on_change(changes.on_change(heard.append))
    yield heard
    changes._callbacks.remove(callback)
