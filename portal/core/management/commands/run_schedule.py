from django.core.management.base import BaseCommand

from portal.core.schedule import run_for_ever


class Command(BaseCommand):
    help = "Runs what is due: scheduled publishing, what is made anew daily, retention times. One process is enough."

    def handle(self, **options):
        run_for_ever()
