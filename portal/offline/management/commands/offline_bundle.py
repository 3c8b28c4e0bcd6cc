from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from rich.progress import Progress

from portal.core.languages import LANGUAGES
from portal.offline.contents import NothingPublic
from portal.offline.printing import NoPress
from portal.offline.writing import put_bundle
from portal.taxonomy.models import Country


class Command(BaseCommand):
    help = (
        "Writes what everyone may read, or what of it is about one country, as one packed file of pages with a search "
        "that open without a network, and tables; while the portal serves."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--country", default="", metavar="XXX", help="three letters (ISO 3166-1), such as IRQ")
        parser.add_argument("--language", default="en", choices=LANGUAGES, help="that of the pages around the entries")
        parser.add_argument("--pdf", action="store_true", help="also each entry as a PDF: about a second each")

    def handle(self, *, file, country, language, pdf, verbosity, **options):
        key = self._key(country)
        asked = {"language": language, "country": key, "has_pdfs": pdf}
        try:
            with Progress(disable=verbosity == 0 or not self.stdout.isatty(), transient=True) as progress:
                task = progress.add_task("Entries", total=None)
                made = put_bundle(
                    file, **asked, tell=lambda done, total: progress.update(task, completed=done, total=total)
                )
        except NothingPublic as nothing:
            about = f" about {country}" if country else ""
            raise CommandError(f"Nothing was written: there is no public entry{about}.") from nothing
        except (NoPress, OSError) as error:
            raise CommandError(f"Nothing was written: {error}") from error
        self.stdout.write(f"{made.entries} entries, {made.files} files, {file.stat().st_size:,} bytes: {file}")

    def _key(self, country):
        """The key of a country by its code."""
        if country and not Country.objects.filter(key=country.lower()).exists():
            raise CommandError(f"There is no country {country}: write three letters (ISO 3166-1), such as IRQ.")
        return country.lower()
