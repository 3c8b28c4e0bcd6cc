"""Whole databases of the suite as things that are kept, copied and thrown away: files of SQLite, or databases of the
PostgreSQL server."""

import re
import shutil
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.database import clone, forget

KEY = 16
"""Characters of a key."""


def test_name():
    """The name of the test database of this process."""
    return str(connection.creation._get_test_db_name())


def stored_name(name, key):
    """Where a database called `name`, made of what `key` says, is kept for all processes."""
    if connection.vendor == "sqlite":
        return str(settings.MADE_DIR / f"{name}-{key}.sqlite3")
    return f"made_{name}-{key}"


def exists(database):
    """Whether there is such a database."""
    if connection.vendor == "sqlite":
        return Path(database).exists()
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
        return cursor.fetchone() is not None


def copy(source, target):
    """Copies a database that nobody uses; one of the target's name goes."""
    if connection.vendor == "sqlite":
        remove(target)
        shutil.copyfile(source, target)
    else:
        clone(source, target)


def take(stored):
    """Puts a kept database in the place of the test database."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(stored)) as source:
            source.backup(connection.connection)
    else:
        clone(stored, connection.settings_dict["NAME"])
    forget()


def keep(stored):
    """Keeps the test database as it is now; those of its name that were made of something else go."""
    _remove_older(stored)
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with _written(stored) as path, closing(sqlite3.connect(path)) as target:
            connection.connection.backup(target)
    else:
        clone(connection.settings_dict["NAME"], stored)


@contextmanager
def new(stored):
    """A new database, migrated, for what is done inside; then it is kept."""
    _remove_older(stored)
    with _written(stored) as database:
        connection.settings_dict["TEST"]["NAME"] = database
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            yield
        finally:
            connection.close()


@contextmanager
def _written(stored):
    """Another name, for while it is not whole."""
    unfinished = f"{stored}-unfinished"
    yield unfinished
    if connection.vendor == "sqlite":
        Path(unfinished).rename(stored)
    else:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{stored}"')


def remove(database):
    """Throws a database away, if it is there."""
    if connection.vendor == "sqlite":
        for path in (database, f"{database}-wal", f"{database}-shm"):
            Path(path).unlink(missing_ok=True)
    else:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def _remove_older(stored):
    """Those that were kept under the same name and another key, and what was left unfinished."""
    same = re.compile(re.escape(stored[:-KEY]) + rf"[0-9a-f]{{{KEY}}}(-unfinished.*)?")
    for each in filter(same.fullmatch, _all()):
        remove(each)


def _all():
    if connection.vendor == "sqlite":
        return [str(path) for path in settings.MADE_DIR.iterdir()]
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database")
        return [name for (name,) in cursor.fetchall()]
