from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from portal.home.setup import set_up_administrator, setup_portal


class Command(BaseCommand):
    help = "Vocabularies, languages, site, index pages, groups and workflow of a new portal. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--administrator", metavar="EMAIL", help="the first administrator, who gets a link to choose a password"
        )

    def handle(self, *args, administrator, **options):
        setup_portal()
        self.stdout.write("The portal is set up.")
        if administrator:
            self._tell(administrator)

    def _tell(self, email):
        try:
            path = set_up_administrator(email)
        except (ValidationError, PermissionError) as error:
            raise CommandError(" ".join(getattr(error, "messages", [str(error)]))) from error
        if path:
            self.stdout.write(f"{email} chooses a password once, at {settings.SITE_URL.rstrip('/')}{path}")
        else:
            self.stdout.write(f"{email} is an administrator with a password already.")
