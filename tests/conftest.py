"""What every test stands on: a database as `setup_portal` leaves a new portal."""

import gc

import pytest
from django.conf import settings
from django.test import TransactionTestCase
from django.utils.translation import override

from portal.access.changes import announced_together
from portal.core.memory import settle
from portal.home.setup import setup_portal
from tests import made
from tests.database import is_transactional, keep_copy, restore_copy
from tests.upkeep import AtOnce

BLOCKER = pytest.StashKey()
LONGEST = ("test_twins_", "test_sweep_")
"""How the names of the files begin that take minutes."""
COLLECT_AFTER = (100_000, 50, 100)
"""Objects, and rounds of the younger generations, after which Python looks for what is garbage: with the usual numbers
it looks through what the tests make over and over."""


def pytest_collection_modifyitems(items):
    """The files that take longest are asked first: at the end of a run no process waits for another one."""
    items.sort(key=lambda item: not item.path.name.startswith(LONGEST))


def pytest_collection_finish():
    settle()
    gc.set_threshold(*COLLECT_AFTER)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings, django_db_blocker):
    """The prepared database is made once for all processes, and stands in its place before it is asked for."""
    with django_db_blocker.unblock():
        made.put_in_place(anew=request.config.getvalue("create_db"))


@pytest.fixture(scope="session")
def django_db_createdb():
    """What `--create-db` asks for is done by then."""
    return False


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker):
    """Vocabularies, locales, index pages and groups in the test database."""
    request.config.stash[BLOCKER] = django_db_blocker
    with django_db_blocker.unblock():
        setup_portal()
        keep_copy()


@pytest.fixture(autouse=True)
def english():
    """A request leaves its language behind in the thread: each test begins in English."""
    with override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True, scope="session")
def nothing_emptied_for_nothing():
    """What a transactional test leaves is not taken out row by row: the whole database is put back a moment later."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(TransactionTestCase, "_fixture_teardown", lambda self: None)
        yield


@pytest.fixture
def wagtail_upkeep(monkeypatch):
    """What Wagtail writes of each saved page for its admin (tests.upkeep)."""
    monkeypatch.setattr(AtOnce, "keeps_up", True)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef):
    """What a fixture makes for one test is made as one act: what changed is announced when all of it is there, and not
    with each record anew, which was an eighth of the work of all tests. What is kept for several tests is made before,
    and by itself."""
    if fixturedef.scope != "function":
        return (yield)
    with announced_together():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Puts the database back after a test that committed to it."""
    result = yield
    if is_transactional(item):
        with item.config.stash[BLOCKER].unblock():
            restore_copy()
    return result
