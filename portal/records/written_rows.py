"""The rows and terms of a page as one thing: read in one query, and written only where they changed.

modelcluster reads each relation by itself, whenever a version of the page is made, and writes each row again whenever
the page is saved (docs/decisions/0048).
"""

from contextlib import contextmanager

from django.db.models import ManyToManyField
from wagtail.models import TranslatableMixin

from portal.records.stored_rows import COMMENTS, relations_kept, stored_relations


@contextmanager
def rows_held(page):
    """Inside it a stored page has all its rows and terms in memory, as it holds them or as they are stored."""
    held = _held(page)
    missing = relations_kept(type(page)).keys() - held.keys()
    if page.pk is not None and missing:
        stored = stored_relations(page)
        held.update({name: stored[name].objects for name in missing})
    try:
        yield
    finally:
        for name in missing:
            held.pop(name, None)


def write_rows(page, is_new):
    """Brings what is stored to the rows and terms that a saved page holds, and lets go of them: from then on it reads
    what is stored. Signals are sent of rows that change or go, none of new ones."""
    held = _held(page)
    names = relations_kept(type(page)).keys() & held.keys()
    if not names:
        return
    stored = {} if is_new else stored_relations(page)
    for name in sorted(names):
        before = stored[name].objects if stored else []
        if name == COMMENTS and (before or held[name]):
            # Wagtail writes what is said of a page by itself, with its answers.
            continue
        field = type(page)._meta.get_field(name)
        write = _write_terms if isinstance(field, ManyToManyField) else _write_rows
        write(page, field, before, held[name])
        del held[name]


def _held(page):
    """Where modelcluster keeps what is not yet saved, by name of the relation."""
    return page.__dict__.setdefault("_cluster_related_objects", {})


def _write_terms(page, field, before, now):
    manager = getattr(page, field.name).get_original_manager()
    if gone := [term for term in before if term not in now]:
        manager.remove(*gone)
    if new := [term for term in now if term not in before]:
        manager.add(*new)


def _write_rows(page, relation, before, now):
    stored = {row.pk: row for row in before}
    kept = {row.pk for row in now}
    for row in before:
        if row.pk not in kept:
            row.delete()
    for row in now:
        setattr(row, relation.field.name, page)
        if row.pk is not None and not (row.pk in stored and _is_same(row, stored[row.pk])):
            row.save()
    new = [_in_language_of(page, row) for row in now if row.pk is None]
    if new:
        relation.related_model._default_manager.bulk_create(new)


def _is_same(row, other):
    return all(getattr(row, field.attname) == getattr(other, field.attname) for field in row._meta.concrete_fields)


def _in_language_of(page, row):
    """What Wagtail does by a signal, which new rows that are written together do not send."""
    if isinstance(row, TranslatableMixin) and row.locale_id is None:
        row.locale_id = page.locale_id
    return row
