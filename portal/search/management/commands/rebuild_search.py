from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.progress import Progress

from portal.search.cluster.building import NotBuilt, build
from portal.search.cluster.client import Away
from portal.search.projection import rebuild

ENGINES = ("database", "elasticsearch")


class Command(BaseCommand):
    help = (
        "Writes everything that can be found anew from the records, while the site serves: the tables, and the index "
        "of the search cluster where one is used. With --engine one of the two."
    )

    def add_arguments(self, parser):
        parser.add_argument("--engine", choices=ENGINES, help="write only the tables, or only the index of the cluster")

    def handle(self, *, engine, verbosity, **options):
        if engine != "elasticsearch":
            count = self.shown("Records", rebuild, verbosity)
        if engine == "elasticsearch" or (engine is None and settings.SEARCH_ENGINE == "elasticsearch"):
            try:
                count = self.shown("Index", build, verbosity)
            except (Away, NotBuilt) as error:
                raise CommandError(f"No new index: {error} What answered before goes on answering.") from error
        self.stdout.write(f"{count} records can be found.")

    def shown(self, name, work, verbosity):
        """What `work(tell)` returns; a bar shows how far it is."""
        with Progress(disable=verbosity == 0, transient=True) as progress:
            task = progress.add_task(name, total=None)
            return work(lambda done, total: progress.update(task, completed=done, total=total))
