"""Two at once: who decides about an entry keeps nobody from writing a line about it, and nobody else decides."""

from threading import Event, Thread

import pytest
from django.db import OperationalError, connection, transaction

from portal.access.models import AuditEntry
from portal.access.services import log
from portal.access.services.deciding import locked
from tests.factories.access import IdentityFactory

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def identity():
    """One that somebody else decides about."""
    identity, holds, done = IdentityFactory(), Event(), Event()

    def decide():
        with transaction.atomic():
            locked(identity)
            holds.set()
            done.wait(30)
        connection.close()

    deciding = Thread(target=decide)
    deciding.start()
    assert holds.wait(10)
    yield identity
    done.set()
    deciding.join()


def at_once(act, *args, **named):
    """What it returns; an OperationalError where it has to wait for somebody."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '1s'")
        return act(*args, **named)


def test_a_line_is_written_while_somebody_decides(identity):
    at_once(log, "read", identity=identity)

    assert AuditEntry.objects.filter(identity=identity).count() == 1


def test_nobody_else_decides_meanwhile(identity):
    with pytest.raises(OperationalError):
        at_once(locked, identity)
