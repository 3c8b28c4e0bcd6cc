import logging

from django.core.management.base import BaseCommand

from portal.harvest.models import HarvestSource
from portal.harvest.services import NotRead, read_source
from portal.harvest.wording import as_lines

logger = logging.getLogger("portal.harvest")


class Command(BaseCommand):
    help = (
        "Reads the catalogues that are read every day. One that fails keeps the others from nothing. Safe to run again."
    )

    def handle(self, **options):
        for source in HarvestSource.objects.filter(is_scheduled=True).exclude(address=""):
            try:
                run = read_source(source, only_if_changed=True)
            except NotRead as error:
                logger.warning("a catalogue was not read", extra={"facts": {"source": source.pk, "why": str(error)}})
                self.stdout.write(f"{source.title}: {error}")
                continue
            self.stdout.write("\n".join([source.title, *as_lines(run.report)]))
