from django.core.management.base import BaseCommand

from portal.notifications.gathering import gather_digests


class Command(BaseCommand):
    help = "Makes the digests of this day and week, one a person, and has them sent. Safe to run at any time."

    def handle(self, **options):
        count = gather_digests()
        if options["verbosity"]:
            self.stdout.write(f"{count} digests.")
