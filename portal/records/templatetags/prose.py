"""`{% prose value %}`: the one way to print rich text. Links that the reader may not follow keep only their words."""

import re

from django import template
from django.utils.safestring import mark_safe
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from portal.records.files import readable_documents
from portal.records.models import RecordPage

register = template.Library()
LINK = re.compile(r'<a\b[^>]*\blinktype="(page|document)"[^>]*>(.*?)</a>', re.DOTALL)
ID = re.compile(r'\bid="(\d+)"')


@register.simple_tag(takes_context=True)
def prose(context, value):
    """The rich text `value` as HTML; asks once for all pages and once for all files that it links."""
    user = getattr(context.get("request"), "user", None)
    found = [(kind, int(pk)) for match in LINK.finditer(value) for kind, pk in [_target(match)] if pk]
    pages = _open_pages({pk for kind, pk in found if kind == "page"}, user)
    files = readable_documents({pk for kind, pk in found if kind == "document"}, user)
    kept = LINK.sub(lambda match: _kept(match, pages, files), value)
    return mark_safe(f'<div class="prose">{expand_db_html(kept)}</div>')  # noqa: S308  Wagtail's whitelist made it


def _target(match):
    pk = ID.search(match.group(0))
    return match.group(1), pk.group(1) if pk else None


def _kept(match, pages, files):
    kind, pk = _target(match)
    allowed = pages if kind == "page" else files
    return match.group(0) if pk and int(pk) in allowed else match.group(2)


def _open_pages(ids, user):
    """Of these pages, the records that `user` may know of and the live pages that are no record."""
    if not ids:
        return set()
    records = RecordPage.objects.filter(pk__in=ids)
    open_records = set(records.visible_to(user).values_list("pk", flat=True))
    others = Page.objects.live().filter(pk__in=ids).exclude(pk__in=records.values("pk"))
    return open_records | set(others.values_list("pk", flat=True))
