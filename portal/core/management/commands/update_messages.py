from django.core.management.base import BaseCommand

from portal.core.catalogues import PLURALS, catalogue_path, renewed, text_of, untranslated


class Command(BaseCommand):
    help = "Brings new strings into portal/locale/*/LC_MESSAGES/django.po and takes away those that are gone."

    def handle(self, **options):
        for language in PLURALS:
            catalogue = renewed(language)
            path = catalogue_path(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text_of(catalogue, language))
            missing = sum(1 for _ in untranslated(catalogue))
            self.stdout.write(f"{language}: {len(catalogue)} strings, {missing} without translation")
