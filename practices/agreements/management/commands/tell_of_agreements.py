from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from practices.agreements.reminding import remind, renew_standing


class Command(BaseCommand):
    help = "Tells parties that their agreement ends, and lists that one has expired. Once a day; safe to run again."

    @transaction.atomic
    def handle(self, **options):
        today = timezone.localdate()
        count, expired = remind(today), renew_standing(today)
        if options["verbosity"]:
            self.stdout.write(f"{count} mails are new, {expired} agreements have expired.")
