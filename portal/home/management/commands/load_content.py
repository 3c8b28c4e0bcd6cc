from django.core.management.base import BaseCommand, CommandError
from rich.progress import Progress

from portal.home.content import WrongContent, load_content


class Command(BaseCommand):
    help = "Loads the documented first content with its sources. Running it again changes nothing."

    def handle(self, *args, **options):
        try:
            with Progress(disable=not self.stdout.isatty()) as progress:
                task = progress.add_task("First content", total=None)
                counts = load_content(tell=lambda done, total: progress.update(task, completed=done, total=total))
        except WrongContent as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        created = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        self.stdout.write(f"Created: {created}." if created else "Everything was there already.")
