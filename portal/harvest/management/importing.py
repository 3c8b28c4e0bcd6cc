"""What the commands share that import a catalogue from a file or an address."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from portal.core.languages import LANGUAGES
from portal.directory.rights import is_editor
from portal.harvest.reading.ckan import site_of
from portal.harvest.services import NotRead, import_address, import_file
from portal.harvest.wording import as_lines

OF_THE_WEB = ("http://", "https://")


class ImportCommand(BaseCommand):
    """`FILE|URL` with its options; prints the report."""

    format = None

    def add_arguments(self, parser):
        parser.add_argument("source", metavar="FILE|URL", help="a file, or an address that begins with http")
        parser.add_argument("--site", default="", help="of a file: the address of the catalogue that gave it")
        parser.add_argument("--language", default="", choices=["", *LANGUAGES], help="of its texts")
        parser.add_argument("--by", default="", help="address of the editor in whose name everyone may see it")
        parser.add_argument("--part", action="store_true", help="of a file: what it lacks is not taken for gone")

    def handle(self, *, source, site, language, by, part, **options):
        shared = {"format": self.format, "language": language, "by": _editor(by) if by else None}
        try:
            if source.lower().startswith(OF_THE_WEB):
                run = import_address(address=source, **shared)
            else:
                content = _content(Path(source))
                run = import_file(content=content, name=Path(source).name, site=_site(site), is_part=part, **shared)
        except NotRead as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        self.stdout.write("\n".join(as_lines(run.report)))


def _content(path):
    try:
        if path.stat().st_size > settings.HARVEST_MOST_BYTES:
            raise CommandError(f"Nothing was imported. {path} has more than {settings.HARVEST_MOST_BYTES} bytes.")
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"Nothing was imported. {path} cannot be read: {error.strerror}.") from error


def _site(given):
    if given and not site_of(given):
        raise CommandError(f"Nothing was imported. {given} is no address of a site; right is https://data.example.org")
    return given.rstrip("/")


def _editor(address):
    user = get_user_model().objects.filter(email__iexact=address, is_active=True).first()
    if not is_editor(user):
        raise CommandError(f"Nothing was imported. {address} is the address of no editor.")
    return user
