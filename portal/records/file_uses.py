"""Which pages show a file, and in which zone: what decides who may read it."""

from collections import defaultdict
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page, ReferenceIndex

from portal.access.enums import Zone
from portal.access.readers import reader_of
from portal.core.page_paths import without_restriction
from portal.core.together import read_together
from portal.records.models import RecordPage
from portal.records.registry import kinds
from portal.records.written_rows import rows_held


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
    (found,), _ = files_open_to(user, {model: ids})
    return set(found)


def files_open_to(user, ids, beside=()) -> tuple[list[dict[int, Any]], list[list[Any]]]:
    """Of the files of each model (`ids`: by model, primary keys), by primary key those that `user` may read; and the
    objects of the querysets `beside` them. At most two queries for all."""
    files = [model.objects.filter(pk__in=pks) for model, pks in ids.items()]
    is_editor = reader_of(user).is_editor
    references = [] if is_editor else [_references(*pair) for pair in ids.items()]
    found = read_together(*beside, *files, *references)
    rest, of_models, uses = _cut(found, len(beside), len(files))
    if not is_editor:
        of_models = _open_ones(of_models, [_uses(rows) for rows in uses], user)
    return [{file.pk: file for file in of_model} for of_model in of_models], rest


def _cut(found, *sizes):
    """A list in parts of these sizes, and what is left."""
    for size in sizes:
        yield found[:size]
        found = found[size:]
    yield found


def _open_ones(files, uses, user):
    """Of the files of each model those that a page which is open to `user` shows."""
    pages = open_pages({use for each in uses for use in each}, user)
    readable = [{use.file for use in each if (use.page, use.zone) in pages} for each in uses]
    return [[file for file in each if file.pk in pks] for each, pks in zip(files, readable, strict=True)]


def uses_of(model, ids):
    """Every Use of these files, on published pages and others."""
    return _uses(_references(model, ids))


def _references(model, ids):
    return ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ReferenceIndex._get_base_content_type(model),
        to_object_id__in=[str(pk) for pk in ids],
    ).only("to_object_id", "object_id", "content_type", "model_path")


def _uses(rows):
    by_type = {ContentType.objects.get_for_model(kind.model).pk: kind for kind in kinds()}
    return {
        Use(int(row.to_object_id), int(row.object_id), _zone(by_type.get(row.content_type_id), row.model_path))
        for row in rows
    }


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
    if not pages:
        return set()
    found = read_together(*(_open(zone, ids, user).only("pk") for zone, ids in pages.items()))
    return {(page.pk, zone) for zone, rows in zip(pages, found, strict=True) for page in rows}


def _open(zone, ids, user):
    if zone is None:
        return without_restriction(Page.objects.live().filter(pk__in=ids))
    return RecordPage.objects.filter(pk__in=ids).visible_to(user, zone)


@transaction.atomic(savepoint=False)
def renew_uses(page):
    """Writes down what a page that was just published shows: Wagtail would do so later, in a background task."""
    with rows_held(page) if isinstance(page, RecordPage) else nullcontext():
        ReferenceIndex.create_or_update_for_object(page)
