from django.core.management.base import BaseCommand

from portal.webhooks.states import due
from portal.webhooks.tasks import wake


class Command(BaseCommand):
    help = "Has the worker send the webhook messages that are due. Safe at any time."

    def handle(self, **options):
        # The worker waits for the receivers; whoever runs this does not.
        count = due().count()
        wake()
        if options["verbosity"]:
            self.stdout.write(f"{count} messages are due.")
