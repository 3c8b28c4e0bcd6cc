from django.core.management.base import BaseCommand, CommandError

from portal.home.content import WrongContent, load_content
from portal.home.content.progress import progress


class Command(BaseCommand):
    help = "Loads the documented first content with its sources. Running it again changes nothing."

    def handle(self, *args, **options):
        try:
            with progress("First content", self.stdout.isatty()) as tell:
                counts = load_content(tell=tell)
        except WrongContent as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        created = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        self.stdout.write(f"Created: {created}." if created else "Everything was there already.")
