from django.core.management.base import BaseCommand

from portal.desk.reviewing.day import do_the_day


class Command(BaseCommand):
    help = "Asks owners whether their entries are still true, and what follows from silence; once a week tells editors."

    def handle(self, **options):
        count = do_the_day()
        if options["verbosity"]:
            self.stdout.write(f"{count} mails are new.")
