"""One portal with people, entries and files, and its backup, for all tests of this folder."""

import pytest

from tests.backup.portals import like_the_suite, on_sqlite


@pytest.fixture(scope="session")
def portals(django_db_setup, tmp_path_factory):
    return tmp_path_factory.mktemp("portals")


@pytest.fixture(scope="session")
def source(portals, django_db_blocker):
    with django_db_blocker.unblock():
        portal = on_sqlite(portals / "source")
    portal.python("seed()")
    return portal


@pytest.fixture(scope="session")
def backup(source, portals):
    """The file of the backup of `source`."""
    path = portals / "portal.backup"
    source.done("backup", path)
    return path


@pytest.fixture(scope="session")
def empty_portal(portals, django_db_blocker):
    """A function that makes a portal as `setup_portal` leaves it, on the suite's kind of database."""

    def made(name):
        with django_db_blocker.unblock():
            return like_the_suite(portals / name)

    return made
