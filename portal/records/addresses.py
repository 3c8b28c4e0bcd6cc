from django.utils.translation import get_language
from wagtail.models import Page

from portal.core.languages import under_prefix, without_prefix
from portal.records.models import RecordPage
from portal.records.registry import kind


def address_of(identity):
    """The address of a record: in the reader's language where it is translated; None while nothing is published."""
    records = [record for record in kind(identity.kind).live().filter(**_by_key(identity)) if _url(record)]
    records.sort(key=lambda record: getattr(getattr(record, "locale", None), "language_code", "") != get_language())
    return _url(records[0]) if records else None


def addresses_of_pages(ids, user, request=None):
    """Address by primary key, under the reader's prefix, of the records among these pages that `user` may know of and
    of the published pages that are no record."""
    if not ids:
        return {}
    records = RecordPage.objects.filter(pk__in=ids)
    known = records.visible_to(user).select_related("locale")
    others = Page.objects.live().public().filter(pk__in=ids).exclude(pk__in=records.values("pk"))
    pages = [*known, *others.select_related("locale")]
    return {page.pk: under_prefix(without_prefix(url)) for page in pages if (url := page.get_url(request))}


def _by_key(identity):
    model = kind(identity.kind).model
    field = "translation_key" if hasattr(model, "translation_key") else "key"
    return {field: identity.key}


def _url(record):
    return record.get_url() if hasattr(record, "get_url") else record.get_absolute_url()
