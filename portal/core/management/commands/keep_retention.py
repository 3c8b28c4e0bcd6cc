from django.core.management.base import BaseCommand

from portal.core.retention import keep_retention


class Command(BaseCommand):
    help = "Takes away what has been kept for its time: sessions, lines of logs, accounts. Runs daily by itself."

    def handle(self, *, verbosity, **options):
        for what, count in keep_retention():
            if verbosity and count:
                self.stdout.write(f"{what}: {count}")
