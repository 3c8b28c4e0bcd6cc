from django_tasks_db.management.commands.db_worker import Command as DatabaseWorkerCommand

from portal.core.memory import settle
from portal.core.worker import beat, threads_of


class Command(DatabaseWorkerCommand):
    help = "Does background tasks; says that it lives, and takes over tasks whose worker was killed."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        # Under the autoreloader a killed worker would leave the real one running.
        parser.set_defaults(interval=0.5, reload=False, startup_delay=False)

    def configure_logging(self, verbosity):
        """Levels are those of the settings; at each task that goes well the library's own would write two lines."""
        if verbosity > 1:
            super().configure_logging(verbosity)

    def handle(self, *, worker_id, **options):
        beat(worker_id=worker_id)
        threads = threads_of(worker_id)
        for thread in threads:
            thread.start()
        settle()
        try:
            super().handle(worker_id=worker_id, **options)
        finally:
            for thread in threads:
                thread.stop()
