"""A database of its own for benchmarks: SQLite beside the tests' one, or on the server of TEST_DATABASE_URL."""

import os
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

NAME = "portal_bench"


def choose(name: str = NAME) -> str:
    """Points the settings at the benchmarks' database, before Django reads them; returns its address."""
    root = Path(__file__).resolve().parents[2]
    url = os.environ.get("TEST_DATABASE_URL", "")
    if url.startswith("postgres"):
        url = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    else:
        folder = Path(os.environ.get("PORTAL_VAR", root / "var"))
        folder.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{folder / name}.sqlite3"
    os.environ["TEST_DATABASE_URL"] = url
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.test"
    return url


def create(connection, name=NAME):
    """Makes the database where there is none."""
    if connection.vendor == "postgresql":
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not cursor.fetchone():
                cursor.execute(f'CREATE DATABASE "{name}"')
