"""A copy of the prepared test database, put back after each test that empties the tables.

A transactional test flushes everything: Wagtail's root page and the vocabularies too.
"""

import sqlite3
from contextlib import closing

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Site

_copy = None


def keep_copy():
    """Keeps the test database as it is now."""
    global _copy
    if connection.vendor == "sqlite":
        _copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.ensure_connection()
        connection.connection.backup(_copy)
    else:
        _copy = f"{connection.settings_dict['NAME']}_kept"
        _clone(connection.settings_dict["NAME"], _copy)


def restore_copy():
    """Puts the kept database back, and forgets what Django and Wagtail remember of the emptied one."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _copy.backup(connection.connection)
    else:
        _clone(_copy, connection.settings_dict["NAME"])
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


def copy_into(target):
    """The prepared database once more: in an open SQLite file, or in a PostgreSQL database of that name."""
    if connection.vendor == "sqlite":
        with closing(target):
            _copy.backup(target)
    else:
        _clone(_copy, target)


def is_transactional(item):
    """Whether a test empties the tables when it ends."""
    marker = item.get_closest_marker("django_db")
    names = {"transactional_db", "live_server", "django_db_reset_sequences"}
    return bool((marker and marker.kwargs.get("transaction")) or names & set(getattr(item, "fixturenames", ())))


def _clone(source, target):
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
