from django.core.management.base import BaseCommand

from portal.notifications.reminders import remind_all


class Command(BaseCommand):
    help = "Reminds people of what is due. Each mail goes once, however often this runs; once a day is enough."

    def handle(self, **options):
        counts = remind_all()
        if options["verbosity"]:
            told = ", ".join(f"{name} {count}" for name, count in counts.items())
            self.stdout.write(f"New mails: {told}.")
