from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from events.renewing import renew_standing


class Command(BaseCommand):
    help = "Lists which events have begun or ended. Several times a day; safe to run again."

    @transaction.atomic
    def handle(self, **options):
        count = renew_standing(timezone.localdate())
        if options["verbosity"]:
            self.stdout.write(f"{count} events were looked at.")
