from django.core.management.base import BaseCommand

from portal.notifications.states import due
from portal.notifications.tasks import wake


class Command(BaseCommand):
    help = "Has the worker send the mails that are due, new ones and those whose pause is over. Safe at any time."

    def handle(self, **options):
        # The worker waits for the mail server; whoever runs this does not.
        count = due().count()
        wake()
        if options["verbosity"]:
            self.stdout.write(f"{count} mails are due.")
