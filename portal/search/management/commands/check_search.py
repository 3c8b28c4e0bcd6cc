import sys

from django.core.management.base import BaseCommand

from portal.search.comparison import differences


class Command(BaseCommand):
    help = "Compares the records with what can be found of them; says what differs and exits with 1 if anything does."

    def handle(self, **options):
        found = list(differences())
        self.stdout.writelines(f"{difference}\n" for difference in found)
        if found:
            self.stderr.write(f"{len(found)} differences. `manage.py rebuild_search` mends them.")
            sys.exit(1)
        self.stdout.write("Records and search agree.")
