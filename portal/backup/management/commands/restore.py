from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error as DatabaseError

from portal.backup.archive import Damaged
from portal.backup.manifest import NotForThisPortal
from portal.backup.reading import checked_for_here
from portal.backup.restoring import NotEmpty, check_empty, make_anew, restore
from portal.directory.erased_list import WrongList, read_list

REASONS = (NotEmpty, Damaged, NotForThisPortal, WrongList, OSError, DatabaseError)


class Command(BaseCommand):
    help = "Puts a backup into an empty portal: checks all of it first, then all or nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        erased = parser.add_mutually_exclusive_group()
        erased.add_argument(
            "--erased",
            metavar="LIST",
            help=f"whom to forget again (default: {settings.ERASED_LIST})",
        )
        erased.add_argument(
            "--nobody-was-erased", action="store_true", help="says that nobody was erased since the backup was made"
        )

    def handle(self, *, file, erased, nobody_was_erased, **options):
        path = Path(file)
        try:
            check_empty()
            listed = [] if nobody_was_erased else read_list(_list(erased))
            manifest = checked_for_here(path)
            back = restore(path, manifest, listed)
        except REASONS as error:
            raise CommandError(f"Nothing was restored from {path}: {error}.") from error
        files = sum(name.startswith("files/") for name in manifest.digests)
        self.stdout.write(f"{sum(manifest.counts.values())} rows and {files} files of {manifest.made_at} are back.")
        self.stdout.write(f"{back} accounts in it were erased once more.")
        make_anew(lambda command: self.stdout.write(f"{command} ..."))
        self.stdout.write("The portal is restored. Restart web, worker and scheduler.")


def _list(given):
    """The path of the list of erased accounts. Raises CommandError where nobody can know who was erased."""
    path = Path(given or settings.ERASED_LIST)
    if not given and not path.exists():
        raise CommandError(
            "Who was erased after the backup was made would be back. Name the list of the portal that was "
            f"(--erased {path.name}), or say --nobody-was-erased."
        )
    return path
