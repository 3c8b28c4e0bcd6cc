"""What a backup says of itself: its last member."""

import json
from dataclasses import asdict, dataclass, field

from django.db import connection
from django.db.migrations.loader import MigrationLoader

FORMAT = 1
NAME = "manifest.json"


class NotForThisPortal(Exception):
    """The backup is whole, but of another version of the portal."""


@dataclass
class Manifest:
    """Version of the format, time, migrations, rows and last number of each table, digest of each member."""

    made_at: str
    migrations: list[str]
    counts: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    """Files that a row names and that were not there."""
    format: int = FORMAT

    def as_json(self):
        return json.dumps(asdict(self), indent=1).encode()


def read_manifest(text):
    """The Manifest in these bytes. Raises NotForThisPortal for another format."""
    told = json.loads(text)
    if told.get("format") != FORMAT:
        raise NotForThisPortal(
            f"it has format {told.get('format')}, and this version of the portal reads format {FORMAT}: restore it "
            "with the version that made it, then upgrade"
        )
    return Manifest(**told)


def applied_migrations():
    """What was done to the tables of this database, as `app.name`, sorted; without what one migration has replaced."""
    loader = MigrationLoader(connection)
    return sorted(".".join(each) for each in loader.applied_migrations if each in loader.disk_migrations)


def check_migrations(manifest):
    """Raises NotForThisPortal, with the difference in words, unless the tables here are those of the backup."""
    here, there = set(applied_migrations()), set(manifest.migrations)
    if here == there:
        return
    newer, older = _some(here - there), _some(there - here)
    said = [f"here are migrations that it has not had: {newer}"] if newer else []
    said += [f"it has had migrations that are not here: {older}"] if older else []
    raise NotForThisPortal(
        f"{'; '.join(said)}. Restore it with the version of the portal that made it ({manifest.made_at}), then upgrade"
    )


def _some(names):
    shown = ", ".join(sorted(names)[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown
