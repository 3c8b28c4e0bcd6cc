from django.core.management.base import BaseCommand

from portal.desk.joining.bouncing import start_for_bounced
from portal.directory.speaking import start_hand_overs


class Command(BaseCommand):
    help = "Puts before the editors which focal points seem to be gone: mails come back, or six months of absence."

    def handle(self, **options):
        count = start_for_bounced() + start_hand_overs()
        if options["verbosity"]:
            self.stdout.write(f"{count} hand-overs begin.")
