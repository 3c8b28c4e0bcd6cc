"""Whether the portal can do its work: one line for each part, in words that give nothing away."""

from dataclasses import dataclass

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

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
    """Nothing, or how many migrations the database lacks."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} not applied" if waiting else ""


def worker():
    """Nothing, or that no worker has been seen lately."""
    return "" if living_workers().exists() else "no worker has been seen in the last minute"


def core_parts():
    """The parts that every portal has."""
    return [checked("database", database), checked("migrations", migrations), checked("worker", worker)]
