"""Whether the portal can do its work: one line for each part, in words that give nothing away."""

from dataclasses import dataclass
from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from portal.core.worker import living_workers


@dataclass(frozen=True)
class Part:
    """A part of the portal and whether it works; `detail` says what is wrong."""

    name: str
    works: bool
    detail: str = ""

    @property
    def line(self):
        return "ok" if self.works else self.detail


def checked(name, find_fault):
    """The Part for `find_fault()`, which returns what is wrong or nothing; an error of it is a fault too."""
    try:
        fault = find_fault()
    except Exception as error:
        fault = f"does not answer ({type(error).__name__})"
    return Part(name, not fault, fault or "")


def database():
    """Nothing, or what is wrong with the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


def migrations():
    """Nothing, or how many apps of this version have tables of an older one."""
    waiting = _newest_migrations() - MigrationRecorder(connection).applied_migrations().keys()
    return f"not applied in {len(waiting)} apps" if waiting else ""


@cache
def _newest_migrations():
    """The last migration of each app in the code; read once, since reading them all takes a second."""
    return set(MigrationLoader(None).graph.leaf_nodes())


def worker():
    """Nothing, or that no worker has been seen lately."""
    return "" if living_workers().exists() else "no worker has been seen in the last minute"


def core_parts():
    """The parts that every portal has."""
    return [checked("database", database), checked("migrations", migrations), checked("worker", worker)]
