from django.core.management.base import BaseCommand

from portal.community.news import recent_keys
from portal.community.telling import tell_of_changes


class Command(BaseCommand):
    help = "Tells followers of what was published lately, where a task that was to do so was lost; nobody hears twice."

    def handle(self, **options):
        count = tell_of_changes(recent_keys())
        if options["verbosity"]:
            self.stdout.write(f"{count} people are told.")
