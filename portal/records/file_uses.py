"""Which pages show a file, and in which zone: what decides who may read it."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, ReferenceIndex

from portal.access.enums import Zone
from portal.access.readers import reader_of
from portal.records.models import RecordPage
from portal.records.registry import kinds


@dataclass(frozen=True)
class Use:
    """That a page shows a file. `zone` is None on a page that is no record: then everyone may read it."""

    file: int
    page: int
    zone: Zone | None


def readable_files(model, ids, user):
    """Of the files `ids` of `model` (documents or images), those that `user` may read; asked once for all.

    A file is readable when a published record shows it in a zone that is open to `user`, or any other published page
    does; what no page shows is for editors only.
    """
    if not ids:
        return set()
    if reader_of(user).is_editor:
        return set(model.objects.filter(pk__in=ids).values_list("pk", flat=True))
    uses = uses_of(model, ids)
    pages = open_pages(uses, user)
    return {use.file for use in uses if (use.page, use.zone) in pages}


def uses_of(model, ids):
    """Every Use of these files, on published pages and others."""
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ReferenceIndex._get_base_content_type(model),
        to_object_id__in=[str(pk) for pk in ids],
    )
    rows = references.values_list("to_object_id", "object_id", "content_type", "model_path")
    zones = {ContentType.objects.get_for_model(kind.model).pk: kind for kind in kinds()}
    return {Use(int(file), int(page), _zone(zones.get(type_id), path)) for file, page, type_id, path in rows}


def _zone(kind, path):
    if kind is None:
        return None
    name = path.partition(".")[0]
    return next((field.zone for field in kind.fields if field.name == name), Zone.DETAILS)


def open_pages(uses, user):
    """Pairs of page and zone, of those in `uses`, that are published and open to `user`."""
    pages = defaultdict(set)
    for use in uses:
        pages[use.zone].add(use.page)
    found = set()
    for zone, ids in pages.items():
        if zone is None:
            rows = Page.objects.live().public().filter(pk__in=ids)
        else:
            rows = RecordPage.objects.filter(pk__in=ids).visible_to(user, zone)
        found |= {(pk, zone) for pk in rows.values_list("pk", flat=True)}
    return found


@transaction.atomic
def renew_uses(page):
    """Writes down what a page that was just published shows: Wagtail would do so later, in a background task."""
    ReferenceIndex.create_or_update_for_object(type(page).objects.get(pk=page.pk))
