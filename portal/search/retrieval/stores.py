"""Stores to throw away: each is there inside its `with`, empty, and gone afterwards, whatever happened.

Inside, everything that asks for the default database or the search cluster is asked of the store, and nothing of the
portal's own tables or indices is read or written.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import environ
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.utils import load_backend

from portal.search.cluster.building import build
from portal.search.cluster.client import patient_client
from portal.search.cluster.mapping import beginning

full_text = import_module("portal.search.migrations.0002_full_text")


def stores() -> dict[str, Callable]:
    """By their names, the stores that can be had here: a `with` each, which yields what is to be called when filled."""
    found = {"SQLite": sqlite}
    if _postgresql():
        found["PostgreSQL"] = postgresql
    if os.environ.get("ELASTICSEARCH_URL"):
        found["Elasticsearch"] = elasticsearch
    return found


@contextmanager
def sqlite() -> Iterator[Callable]:
    """An SQLite database in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        options = {"init_command": "PRAGMA synchronous=OFF;"}
        file = {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(folder) / "store.sqlite3", "OPTIONS": options}
        with _instead(file), _set(SEARCH_ENGINE="database"):
            _make_tables()
            yield lambda: None


@contextmanager
def postgresql() -> Iterator[Callable]:
    """A schema of its own in the portal's PostgreSQL, or in that of TEST_DATABASE_URL."""
    name = f"retrieval_{uuid4().hex[:12]}"
    server = _postgresql()
    options = server.get("OPTIONS", {}) | {"options": f"-c search_path={name}"}
    with _instead(server | {"OPTIONS": options}), _set(SEARCH_ENGINE="database"), connection.cursor() as cursor:
        cursor.execute(f'CREATE SCHEMA "{name}"')
        try:
            _make_tables()
            yield lambda: None
        finally:
            cursor.execute(f'DROP SCHEMA "{name}" CASCADE')


@contextmanager
def elasticsearch() -> Iterator[Callable]:
    """Indices of a beginning of their own in the cluster of ELASTICSEARCH_URL, with an SQLite database behind them."""
    with sqlite(), indices(settings.ELASTICSEARCH_URLS) as filled:
        yield filled


@contextmanager
def indices(urls: list[str]) -> Iterator[Callable]:
    """Indices of a beginning of their own in the cluster at these addresses, for the tables that there are."""
    name = f"retrieval-{uuid4().hex[:12]}"
    with _set(
        SEARCH_ENGINE="elasticsearch",
        ELASTICSEARCH_URLS=urls,
        ELASTICSEARCH_INDEX=name,
        ELASTICSEARCH_TIMEOUT=30.0,
    ):
        # Else indices would be made, and removed, under the portal's own name.
        beginning.cache_clear()
        try:
            yield build
        finally:
            for index in patient_client().indices.get(index=f"{name}-*", features="settings").body:
                patient_client().indices.delete(index=index)
            beginning.cache_clear()


def _postgresql():
    """The settings of a PostgreSQL that there is; None else."""
    own = connections[DEFAULT_DB_ALIAS].settings_dict
    if own["ENGINE"].endswith("postgresql"):
        return own
    is_named = os.environ.get("TEST_DATABASE_URL", "").startswith("postgres")
    return environ.Env().db_url("TEST_DATABASE_URL") if is_named else None


@contextmanager
def _instead(database):
    """Puts a database in the place of the default one."""
    usual, config = connections[DEFAULT_DB_ALIAS], {**connections.settings[DEFAULT_DB_ALIAS], **database}
    other = load_backend(config["ENGINE"]).DatabaseWrapper(config, DEFAULT_DB_ALIAS)
    connections[DEFAULT_DB_ALIAS] = other
    try:
        yield
    finally:
        other.close()
        connections[DEFAULT_DB_ALIAS] = usual


@contextmanager
def _set(**values):
    before = {name: getattr(settings, name) for name in values}
    for name, value in values.items():
        setattr(settings, name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(settings, name, value)


def _make_tables():
    """All tables as the models have them now, quicker than a hundred migrations; what is searched need be no record."""
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy and not model._meta.swapped:
                editor.create_model(model)
        editor.deferred_sql = [each for each in editor.deferred_sql if "FOREIGN KEY" not in str(each)]
    full_text.up(apps, connection.schema_editor())
    connection.disable_constraint_checking()
