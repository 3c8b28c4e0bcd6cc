"""Says that records changed, where their own `save` does not: Wagtail moves and renames by the base page, in SQL."""

from portal.access.changes import announce
from portal.records.models import RecordPage


def announce_page(page):
    """Of a page saved as a plain Page (moved, unpublished): whether it is a record, its table says."""
    announce_pages(RecordPage.objects.filter(pk=page.pk))


def announce_below(page):
    """Of a page with a new address: the records on it and below it, whose addresses changed with it."""
    announce_pages(RecordPage.objects.filter(path__startswith=page.path))


def announce_pages(records):
    if keys := set(records.values_list("translation_key", flat=True)):
        announce(*keys)
