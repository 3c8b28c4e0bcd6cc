"""What every test stands on: a database as `setup_portal` leaves a new portal."""

import pytest

from portal.home.setup import setup_portal
from tests.database import is_transactional, keep_copy, restore_copy

BLOCKER = pytest.StashKey()


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    """Vocabularies, locales, index pages and groups in the test database."""
    request.config.stash[BLOCKER] = django_db_blocker
    with django_db_blocker.unblock():
        setup_portal()
        keep_copy()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Puts the database back after a test that emptied it."""
    result = yield
    if is_transactional(item):
        with item.config.stash[BLOCKER].unblock():
            restore_copy()
    return result
