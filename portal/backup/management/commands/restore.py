from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError

from portal.backup.archive import Damaged
from portal.backup.manifest import NotForThisPortal
from portal.backup.reading import checked_for_here
from portal.backup.restoring import NotEmpty, check_empty, make_anew, restore


class Command(BaseCommand):
    help = "Puts a backup into an empty portal: checks all of it first, then all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")

    def handle(self, *, file, **options):
        path = Path(file)
        try:
            check_empty()
            manifest = checked_for_here(path)
            restore(path, manifest)
        except (NotEmpty, Damaged, NotForThisPortal, OSError, DatabaseError) as error:
            raise CommandError(f"Nothing was restored from {path}: {error}.") from error
        self.stdout.write(f"{sum(manifest.counts.values())} rows of {manifest.made_at} are back.")
        make_anew(lambda command: self.stdout.write(f"{command} ..."))
        self.stdout.write("The portal is restored. Restart web, worker and scheduler.")
