"""Loads a folder of content: all of it or, with a sentence for each wrong value, nothing."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from portal.access.changes import announced_together
from portal.access.models import RecordIdentity
from portal.records.models import RecordLink, RecordPage
from portal.taxonomy.models import LinkKind

from .case_studies import case_study
from .organisations import Organisations
from .practices import practice
from .publishing import Shelf
from .reading import Reading

Tell = Callable[[int, int], None]
PROVES = "evidences"
"""The kind of link from a case to the practice that it proves."""


def _silent(done, total):
    """Tells nobody how far the load has come."""


@transaction.atomic
def load_folder(
    folder: Path, *, decide, by=None, is_demo=False, tell: Tell = lambda done, total: None
) -> dict[str, int]:
    """Creates what the folder's files name and the portal lacks (by `source_id`); answers how many of each kind.

    What is there already stays as it is, whoever changed it since. `decide(page, part)` settles the access of each new
    record; `by` is its author. Raises WrongContent, with a sentence for each wrong value; nothing is written then.
    """
    with announced_together():
        reading = Reading(folder)
        organisations = Organisations(reading, is_demo=is_demo)
        pages, evidence = _read_pages(reading, organisations.by_id)
        reading.stop_if_wrong()
        known = _known(pages)
        new = [(page, part) for page, part in pages if page.source_id not in known]
        shelf, counts = Shelf(), {"organisation": organisations.save(), "practice": 0, "case_study": 0}
        for number, (page, part) in enumerate(new, 1):
            page.is_demo = is_demo
            page.links = _links(page, evidence, known)
            shelf.publish(page, lambda page, part=part: decide(page, part), by)
            known[page.source_id] = page.key
            counts[page.identity.kind] += 1
            tell(number, len(new))
    return counts


def _read_pages(reading, organisations):
    """Pairs of unsaved page and its entry, practices first; and by id of a case, the ids of practices it proves."""
    platforms = {part.id: part.text("name") for part in reading.entries("platforms")}
    practices, cases = reading.entries("practices"), reading.entries("case_studies")
    case_ids = {part.id: part.id for part in cases}
    evidence = {case_id: [] for case_id in case_ids}
    for part in practices:
        for case_id in part.values_in("evidence", case_ids):
            evidence[case_id].append(part.id)
    pages = [(practice(part), part) for part in practices]
    pages += [(case_study(part, organisations, platforms), part) for part in cases]
    return pages, evidence


def _known(pages):
    """The keys of the records there are, by id."""
    ids = [page.source_id for page, _part in pages]
    return dict(RecordPage.objects.filter(source_id__in=ids).values_list("source_id", "translation_key"))


def _links(page, evidence, known):
    practices = [known[each] for each in evidence.get(page.source_id, ())]
    if not practices:
        return []
    kind = LinkKind.objects.get(key=PROVES)
    targets = RecordIdentity.objects.in_bulk(practices)
    return [RecordLink(kind=kind, target=targets[key]) for key in practices]
