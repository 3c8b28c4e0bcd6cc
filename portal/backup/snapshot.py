"""One moment of the database, read while others write."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot():
    """Everything read inside is of one moment, and nobody waits for it: neither readers nor writers."""
    usual = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        # The portal's transactions begin with the lock of writers; in the write-ahead log a reader needs none.
        connection.transaction_mode = "DEFERRED"
    try:
        with transaction.atomic():
            _begin()
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = usual


def _begin():
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        # The moment is that of the first read, on both.
        cursor.execute("SELECT COUNT(*) FROM django_migrations")
        cursor.fetchone()
