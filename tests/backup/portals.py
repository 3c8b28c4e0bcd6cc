"""Portals of their own, each with a database and a folder, asked through `manage.py` in processes of their own."""

import json
import os
import sqlite3
import subprocess
import sys

from django.conf import settings
from django.db import connection

from tests.database import copy_into


class Portal:
    """A portal in a folder; its database is SQLite there, or the PostgreSQL of `database_url`."""

    def __init__(self, folder, database_url=""):
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.environment = {**os.environ, "PORTAL_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        self.environment.pop("DATABASE_URL", None)
        if database_url:
            self.environment["DATABASE_URL"] = database_url

    def manage(self, *arguments):
        """The answer of a command: exit code, output, errors."""
        return subprocess.run(
            [sys.executable, "-W", "ignore", "manage.py", *map(str, arguments)],
            cwd=settings.BASE_DIR, env=self.environment, capture_output=True, text=True,
        )  # fmt: skip

    def done(self, *arguments):
        """The output of a command that must go well."""
        answer = self.manage(*arguments)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    def streamed(self, *arguments):
        """The bytes that a command writes to standard output."""
        return subprocess.run(
            [sys.executable, "-W", "ignore", "manage.py", *arguments],
            cwd=settings.BASE_DIR, env=self.environment, capture_output=True, check=True,
        ).stdout  # fmt: skip

    def python(self, statement):
        """What a statement prints; names of tests.backup.inside are known."""
        return self.done("shell", "--no-imports", "-c", f"from tests.backup.inside import *; {statement}")

    def told(self):
        """Every row of every table that a backup must hold, in words, by label of model."""
        path = self.folder / "told.json"
        self.python(f"tell_rows({str(path)!r})")
        return json.loads(path.read_text())

    @property
    def files(self):
        """The bytes of each private file, by its name; without the sizes of pictures, which are made anew."""
        root = self.folder / "private"
        found = {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        return {name: content for name, content in found.items() if not name.startswith("images/")}


def like_the_suite(folder):
    """A portal as `setup_portal` leaves it, on the kind of database that the suite runs on."""
    if connection.vendor == "sqlite":
        return on_sqlite(folder)
    name = f"{connection.settings_dict['NAME']}_{folder.name}"
    copy_into(name)
    return Portal(folder, _url(name))


def on_sqlite(folder):
    """The same on SQLite, whatever the suite runs on."""
    folder.mkdir(exist_ok=True)
    if connection.vendor == "sqlite":
        copy_into(sqlite3.connect(folder / "portal.sqlite3"))
        return Portal(folder)
    portal = Portal(folder)
    portal.done("migrate", "-v0")
    portal.done("setup_portal")
    return portal


def _url(name):
    server = connection.settings_dict
    return f"postgres://{server['USER']}:{server['PASSWORD']}@{server['HOST']}:{server['PORT']}/{name}"
