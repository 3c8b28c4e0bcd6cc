"""Loads a folder of content: all of it or, with a sentence for each wrong value, nothing."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.access.changes import announced_together
from portal.access.models import RecordIdentity
from portal.records.models import RecordPage

from .agreements import AGREEMENTS
from .case_studies import CASE_STUDIES
from .events import EVENTS
from .flows import FLOWS
from .holdings import HOLDINGS
from .ideas import IDEAS
from .names import Names
from .needs import NEEDS
from .organisations import Organisations
from .outputs import OUTPUTS
from .platforms import PLATFORMS
from .practices import PRACTICES
from .publishing import Shelf
from .reading import Reading

Tell = Callable[[int, int], None]
READERS = (PRACTICES, CASE_STUDIES, PLATFORMS, HOLDINGS, NEEDS, FLOWS, AGREEMENTS, EVENTS, OUTPUTS, IDEAS)
"""In the order in which the records are made."""


@transaction.atomic
def load_folder(
    folder: Path, *, decide, by=None, is_demo=False, tell: Tell = lambda done, total: None
) -> dict[str, int]:
    """Creates what the folder's files name and the portal lacks (by `source_id`); answers how many of each kind.

    What is there already stays as it is, whoever changed it since. `decide(page, part)` settles the access of each new
    record; `by` is its author. Raises WrongContent, with a sentence for each wrong value; nothing is written then.
    """
    # What a page names is written down when it is published; Wagtail's own task would do so once more for each row.
    with announced_together(), disable_reference_index_auto_update():
        reading = Reading(folder)
        organisations = Organisations(reading, is_demo=is_demo)
        names = Names(reading, organisations.by_id)
        pages = [(reader.read(part, names), part, reader) for reader in READERS for part in names.parts(reader.file)]
        reading.stop_if_wrong()
        counts = Counter(organisation=organisations.save())
        counts.update(_save(pages, names, decide, by, is_demo, tell))
        reading.stop_if_wrong()
    return dict(counts)


def _save(pages, names, decide, by, is_demo, tell):
    """First a row for each new record, so that they can point at each other; then what they say, published."""
    known = _identities(pages)
    new = [entry for entry in pages if entry[0].source_id not in known]
    shelf = Shelf()
    for page, part, _reader in new:
        page.is_demo = is_demo
        shelf.place(page, by)
        decide(page, part)
    names.records = known | _identities(new)
    for number, (page, part, reader) in enumerate(new, 1):
        reader.join(page, part, names)
        shelf.publish(page, by)
        tell(number, len(new))
    return [names.records[page.source_id].kind for page, _part, _reader in new]


def _identities(pages):
    """By id, the identity rows of the records there are."""
    ids = [page.source_id for page, _part, _reader in pages]
    keys = dict(RecordPage.objects.filter(source_id__in=ids).values_list("source_id", "translation_key"))
    rows = RecordIdentity.objects.in_bulk(keys.values())
    return {source_id: rows[key] for source_id, key in keys.items()}
