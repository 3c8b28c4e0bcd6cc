from django.core.management.base import BaseCommand

from practices.needs.renewing import renew_all


class Command(BaseCommand):
    help = "Works out anew which holdings may fit which needs; runs daily, since data grow old by themselves."

    def handle(self, *args, **options):
        count = renew_all()
        if options["verbosity"]:
            self.stdout.write(f"{count} matches.")
