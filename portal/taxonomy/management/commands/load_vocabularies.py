from django.core.management.base import BaseCommand, CommandError

from portal.taxonomy.errors import WrongFile
from portal.taxonomy.loader import load_vocabularies


class Command(BaseCommand):
    help = "Loads the vocabularies and the glossary; running it again changes nothing, what editors changed is kept."

    def handle(self, *args, **options):
        try:
            counts = load_vocabularies()
        except WrongFile as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        created, updated, kept = (
            sum(getattr(count, name) for count in counts.values()) for name in ("created", "updated", "kept")
        )
        self.stdout.write(
            f"{len(counts)} vocabularies: {created} terms created, {updated} updated, {kept} fields kept as edited."
        )
