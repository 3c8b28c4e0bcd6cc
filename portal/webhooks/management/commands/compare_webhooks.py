from django.core.management.base import BaseCommand

from portal.webhooks.telling import settle_all


class Command(BaseCommand):
    help = "Compares all public records with what webhooks were told, and tells them the rest. Safe at any time."

    def handle(self, **options):
        events = settle_all()
        if options["verbosity"]:
            self.stdout.write(f"{len(events)} records were not as they were told of.")
