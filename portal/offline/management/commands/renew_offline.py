from django.core.management.base import BaseCommand

from portal.offline.keeping import path_of, renew_bundles


class Command(BaseCommand):
    help = (
        "Makes the files of /offline/ anew, one in each language, where they are a day old or hold an entry that is "
        "not for everyone any more."
    )

    def handle(self, *, verbosity, **options):
        for language in renew_bundles():
            if verbosity:
                self.stdout.write(f"{path_of(language)}: {path_of(language).stat().st_size:,} bytes")
