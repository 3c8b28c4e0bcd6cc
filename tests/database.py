"""Copies of the test database: as it was prepared, put back after each test that commits to it, and as others fill it.

Django would empty it instead, of Wagtail's root page and the vocabularies too. What takes long to make, such as the
first content, is put up again in each process from its copy.
"""

import sqlite3
from contextlib import closing

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from wagtail.models import Site

PREPARED = "prepared"
_copies = {}


def keep_copy(name=PREPARED):
    """Keeps the test database as it is now."""
    if connection.vendor == "sqlite":
        _copies[name] = sqlite3.connect(":memory:", check_same_thread=False)
        connection.ensure_connection()
        connection.connection.backup(_copies[name])
    else:
        _copies[name] = f"{connection.settings_dict['NAME']}_{name}"
        clone(connection.settings_dict["NAME"], _copies[name])


def has_copy(name):
    """Whether a copy of that name was kept."""
    return name in _copies


def restore_copy(name=PREPARED):
    """Puts a kept database back, and forgets what Django and Wagtail remember of the one before it."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        _copies[name].backup(connection.connection)
    else:
        clone(_copies[name], connection.settings_dict["NAME"])
    forget()


def forget():
    """Forgets what Django and Wagtail remember of the database that stood there before."""
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    cache.clear()


def copy_into(target):
    """The prepared database once more: in an open SQLite file, or in a PostgreSQL database of that name."""
    if connection.vendor == "sqlite":
        with closing(target):
            _copies[PREPARED].backup(target)
    else:
        clone(_copies[PREPARED], target)


def is_transactional(item):
    """Whether what a test writes stays when it ends."""
    marker = item.get_closest_marker("django_db")
    names = {"transactional_db", "live_server", "django_db_reset_sequences"}
    return bool((marker and marker.kwargs.get("transaction")) or names & set(getattr(item, "fixturenames", ())))


def clone(source, target):
    """Copies a PostgreSQL database that nobody uses; one of the target's name goes."""
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
