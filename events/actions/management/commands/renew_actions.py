from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from events.actions.renewing import renew_late


class Command(BaseCommand):
    help = "Lists which actions are overdue. Several times a day; safe to run again."

    @transaction.atomic
    def handle(self, **options):
        count = renew_late(timezone.localdate())
        if options["verbosity"]:
            self.stdout.write(f"{count} actions were looked at.")
