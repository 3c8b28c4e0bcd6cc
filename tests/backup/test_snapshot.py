"""A backup is of one moment, and nobody waits for it."""

from threading import Thread

import pytest
from django.db import connection

from portal.backup.snapshot import snapshot
from portal.users.models import User
from tests.factories.people import UserFactory


@pytest.mark.django_db(transaction=True)
def test_what_others_write_meanwhile_is_not_in_it():
    UserFactory(email="before@example.org")
    with snapshot():
        other = Thread(target=_write)
        other.start()
        # It ends while the snapshot lasts: nobody waited.
        other.join()
        seen = list(User.objects.values_list("email", flat=True))

    assert seen == ["before@example.org"]
    assert User.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_portal_writes_afterwards_as_before():
    usual = getattr(connection, "transaction_mode", None)
    with snapshot():
        pass

    assert getattr(connection, "transaction_mode", None) == usual
    UserFactory()


def _write():
    try:
        UserFactory(email="meanwhile@example.org")
    finally:
        connection.close()
