"""The first content, loaded once: a list with all its rows, a record with all its parts."""

import pytest

from tests.first_content import first_content


@pytest.fixture(scope="package")
def db(django_db_setup, django_db_blocker):
    """In place of pytest-django's fixture of this name, which would undo everything after each test."""
    with first_content(django_db_blocker):
        yield
