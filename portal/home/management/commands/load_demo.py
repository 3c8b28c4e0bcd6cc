from django.core.management.base import BaseCommand, CommandError

from portal.home.content import WrongContent
from portal.home.content.demo import DemoRefused, demo_sign_ins, load_demo
from portal.home.content.progress import progress


class Command(BaseCommand):
    help = "Loads the fictional country XXA: records on each access level and a sign-in per role. Never in production."

    def add_arguments(self, parser):
        parser.add_argument("--print-sign-ins", action="store_true", help="loads nothing, prints the demo sign-ins")

    def handle(self, *args, **options):
        if options["print_sign_ins"]:
            for sign_in in demo_sign_ins():
                self.stdout.write(f"{sign_in.role:<16}{sign_in.email:<36}{sign_in.password}")
            return
        try:
            with progress("Fictional country", self.stdout.isatty()) as tell:
                counts = load_demo(tell=tell)
        except (DemoRefused, WrongContent) as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        created = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
        self.stdout.write(f"Created: {created}." if created else "Everything was there already.")
