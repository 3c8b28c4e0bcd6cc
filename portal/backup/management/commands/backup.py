import os
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.backup.archive import Damaged
from portal.backup.reading import checked
from portal.backup.writing import write_backup

PRIVATE = 0o600


class Command(BaseCommand):
    help = (
        "Writes all rows and private files into one file, while the portal serves, and reads it again. It holds every "
        "narrow entry in full: keep it as safe as the portal. FILE - is standard output, for a program that encrypts."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")

    def handle(self, *, file, **options):
        if file == "-":
            self._tell(self.stderr, write_backup(sys.stdout.buffer))
            sys.stdout.buffer.flush()
            return
        path = Path(file)
        if path.exists():
            raise CommandError(f"{path} is there already: choose another name, nothing was written.")
        self._tell(self.stdout, self._write(path))

    def _write(self, path):
        """Under another name until all of it is on the disk and was read again."""
        part = path.with_name(f"{path.name}.part")
        try:
            with open(part, "wb", opener=_for_the_owner_alone) as stream:
                manifest = write_backup(stream)
                stream.flush()
                os.fsync(stream.fileno())
            checked(part)
            part.rename(path)
        except (OSError, Damaged) as error:
            raise CommandError(f"No backup was made: {error}.") from error
        finally:
            part.unlink(missing_ok=True)
        return manifest

    def _tell(self, out, manifest):
        files = sum(name.startswith("files/") for name in manifest.digests)
        out.write(f"{sum(manifest.counts.values())} rows of {len(manifest.counts)} tables and {files} files.")
        for name in manifest.missing:
            self.stderr.write(f"Not in the backup, since it is not in the folder of private files: {name}")


def _for_the_owner_alone(path, flags):
    descriptor = os.open(path, flags, PRIVATE)
    # One that a killed run left behind may have other rights.
    os.fchmod(descriptor, PRIVATE)
    return descriptor
