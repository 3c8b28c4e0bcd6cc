from django.core.management.base import BaseCommand

from case_studies.asking import ask_what_came_of_it


class Command(BaseCommand):
    help = "Asks who used a case study or a practice what came of it, after six and twelve months; nobody twice."

    def handle(self, **options):
        count = ask_what_came_of_it()
        if options["verbosity"]:
            self.stdout.write(f"{count} people are asked.")
