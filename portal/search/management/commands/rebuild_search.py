from django.core.management.base import BaseCommand
from rich.progress import Progress

from portal.search.projection import rebuild


class Command(BaseCommand):
    help = "Writes everything that can be found anew from the records, while the site serves."

    def add_arguments(self, parser):
        parser.add_argument("--engine", choices=["database"], default="database", help="the engine to rebuild")

    def handle(self, *, engine, verbosity, **options):
        with Progress(disable=verbosity == 0, transient=True) as progress:
            task = progress.add_task("Records", total=None)
            count = rebuild(lambda done, total: progress.update(task, completed=done, total=total))
        self.stdout.write(f"{count} records can be found.")
