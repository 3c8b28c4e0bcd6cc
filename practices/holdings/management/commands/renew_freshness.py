from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from practices.holdings.renewing import renew_freshness


class Command(BaseCommand):
    help = "Says in lists which data holdings have become due or overdue. Once a day; safe to run again."

    @transaction.atomic
    def handle(self, **options):
        self.stdout.write(f"{renew_freshness(timezone.localdate())} holdings renewed.")
