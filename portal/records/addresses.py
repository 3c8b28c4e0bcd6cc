from wagtail.models import Page

from portal.core.languages import under_prefix, without_prefix
from portal.core.page_paths import path_of_page, without_restriction
from portal.core.together import read_together
from portal.records.models import RecordPage
from portal.records.registry import kind


def address_of(identity):
    """The address of a record under the reader's prefix, where it is given in their language if it is translated; None
    while nothing is published."""
    its = kind(identity.kind)
    # Its versions differ in their prefix alone.
    records = its.live().filter(**{its.key_field: identity.key}).order_by("pk")
    return next((under_prefix(path) for record in records if (path := path_of(record))), None)


def addresses_of_pages(ids, user):
    """Address by primary key, under the reader's prefix, of the records among these pages that `user` may know of and
    of the published pages that are no record."""
    return addresses_in(read_together(*pages_open_to(user, ids))) if ids else {}


def pages_open_to(user, ids):
    """Querysets of these pages: the records and the others."""
    records = RecordPage.objects.filter(pk__in=ids)
    others = without_restriction(Page.objects.live().filter(pk__in=ids).exclude(pk__in=records.values("pk")))
    return records.visible_to(user).only("url_path"), others.only("url_path")


def addresses_in(found):
    """Address by primary key, under the reader's prefix, of lists of pages."""
    return {page.pk: under_prefix(path) for pages in found for page in pages if (path := path_of(page))}


def path_of(record) -> str:
    """The address of a record, or of any page, without the prefix of a language, under each of which it can be read;
    "" where it has none."""
    return without_prefix(path_of_page(record) if isinstance(record, Page) else record.get_absolute_url())
