"""When the catalogue that tells of an entry was last read, for the entry's page."""

from portal.harvest.models import HarvestedRecord
from portal.harvest.writing.fields import READ_THERE
from portal.records.catalogues import ReadThere


def last_reading(record) -> ReadThere | None:
    """Where an entry stands in a catalogue; None for one among whose sources is none that a run wrote: then nothing is
    asked of the database."""
    if not any(source.confidence == READ_THERE for source in record.sources.all()):
        return None
    found = HarvestedRecord.objects.filter(identity=record.key).select_related("source").first()
    return found and ReadThere(found.source.title, found.address, found.read_at, found.gone_since)
