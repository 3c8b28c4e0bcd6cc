from django.core.management.base import BaseCommand

from portal.home.setup import setup_portal


class Command(BaseCommand):
    help = "Vocabularies, languages, site, index pages, groups and workflow of a new portal. Safe to run again."

    def handle(self, *args, **options):
        setup_portal()
        self.stdout.write("The portal is set up.")
