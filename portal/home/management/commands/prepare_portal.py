import hashlib
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from portal.core.models import Preparation
from portal.core.rooms import ROOMS
from portal.search.cluster.building import build_if_missing
from portal.search.cluster.client import Away
from portal.search.comparison import mend

SUFFIXES = {".py", ".csv", ".yaml", ".json", ".html"}


class Command(BaseCommand):
    help = (
        "Brings the database up to this version of the portal: tables, cache table, vocabularies, index pages, groups, "
        "first content; and what can be found, where an older version wrote something else. Safe to run again; it does "
        "nothing when the same code did it last."
    )

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="also the fictional country with its demo sign-ins")

    def handle(self, *, demo, verbosity, **options):
        self._prepare(demo, verbosity)
        try:
            if build_if_missing():
                self._say("The search cluster has a new index.")
        except Away:
            self._say("The search cluster is away: the database answers until a worker has built its index.")

    def _prepare(self, demo, verbosity):
        fingerprint, before = fingerprint_of_code(demo), prepared_with()
        if unapplied_migrations():
            self._say("Preparing the database ...")
            with built_aside():
                call_command("migrate", interactive=False, verbosity=max(verbosity - 1, 0))
        elif before == fingerprint:
            return
        call_command("createcachetable", verbosity=0)
        self._say("Setting up vocabularies, pages and groups ...")
        call_command("setup_portal", stdout=self.stderr)
        self._say("Loading the first content ...")
        call_command("load_content", stdout=self.stderr)
        if demo:
            self._say("Loading the fictional country ...")
            call_command("load_demo", stdout=self.stderr)
        if before and mend():
            self._say("Everything that can be found was written anew.")
        Preparation.objects.update_or_create(id=1, defaults={"fingerprint": fingerprint})

    def _say(self, sentence):
        self.stderr.write(sentence)
        self.stderr.flush()


@contextmanager
def built_aside():
    """A new SQLite database gets its name only when it is whole: one that was cut off could never be migrated again."""
    if connection.vendor != "sqlite" or connection.introspection.table_names():
        yield
        return
    connection.close()
    path = Path(connection.settings_dict["NAME"])
    aside = path.with_name(f"{path.name}.new")
    for leftover in (aside, *aside.parent.glob(f"{aside.name}-*"), *path.parent.glob(f"{path.name}-*")):
        leftover.unlink(missing_ok=True)
    connection.settings_dict["NAME"] = aside
    try:
        yield
        # Closing the only connection brings the write-ahead log into the file.
        connection.close()
        aside.rename(path)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = path


def unapplied_migrations():
    """The names of the migrations that the database has not had yet."""
    executor = MigrationExecutor(connection)
    return [str(migration) for migration, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())]


def prepared_with():
    """The fingerprint of the code that prepared this database; empty for one that nobody prepared."""
    try:
        return Preparation.objects.values_list("fingerprint", flat=True).first() or ""
    except DatabaseError:
        return ""


def fingerprint_of_code(demo):
    """A hash over what preparing depends on: code, data files and whether the fictional country is wanted."""
    digest = hashlib.sha256(f"demo={demo}".encode())
    for folder in ROOMS:
        for path in sorted(Path(settings.BASE_DIR, folder).rglob("*")):
            if path.suffix in SUFFIXES and path.is_file():
                digest.update(str(path.relative_to(settings.BASE_DIR)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
