"""`{% prose value %}`: the one way to print rich text. Links that the reader may not follow keep only their words."""

import re

from django import template
from django.utils.safestring import mark_safe
from wagtail.models import Page
from wagtail.rich_text import expand_db_html
from wagtail.rich_text.rewriters import extract_attrs

from portal.records.files import readable_documents, readable_images
from portal.records.models import RecordPage

register = template.Library()
POINTS = re.compile(r"<embed\b|\blinktype\s*=", re.IGNORECASE)
"""A tag that points into the portal; what else it may be, only `_target` says what it leads to."""
TAG = re.compile(r"<(?P<name>a|embed)\b(?P<attributes>[^>]*)>|</a>", re.IGNORECASE)


@register.simple_tag(takes_context=True)
def prose(context, value):
    """The rich text `value` as HTML; asks once for all pages, once for all documents and once for all images."""
    user = getattr(context.get("request"), "user", None)
    kept = _Filter(str(value or ""), user).kept()
    return mark_safe(f'<div class="prose">{expand_db_html(kept)}</div>')  # noqa: S308  Wagtail's whitelist made it


def open_page_ids(ids, user):
    """Of these pages, the records that `user` may know of and the published pages that are no record."""
    records = RecordPage.objects.filter(pk__in=ids)
    open_records = set(records.visible_to(user).values_list("pk", flat=True))
    others = Page.objects.live().public().filter(pk__in=ids).exclude(pk__in=records.values("pk"))
    return open_records | set(others.values_list("pk", flat=True))


ASK = {"page": open_page_ids, "document": readable_documents, "image": readable_images}


class _Filter:
    """One rich text: what it points at, and the same text without what may not be followed."""

    def __init__(self, text, user):
        self.text, self.user = text, user
        self.is_dropped = False

    def kept(self):
        self.allowed = self._allowed()
        return TAG.sub(self._replacement, self.text)

    def _allowed(self):
        ids = {kind: set() for kind in ASK}
        for match in TAG.finditer(self.text):
            kind, pk = _target(match)
            if pk is not None:
                ids[kind].add(pk)
        return {(kind, pk) for kind, pks in ids.items() if pks for pk in ASK[kind](pks, self.user)}

    def _replacement(self, match):
        if match["name"] is None:
            is_dropped, self.is_dropped = self.is_dropped, False
            return "" if is_dropped else match[0]
        is_kept = not POINTS.search(match[0]) or _target(match) in self.allowed
        self.is_dropped = not is_kept and match["name"].lower() == "a"
        return match[0] if is_kept else ""


def _target(match):
    """Kind and primary key of what a tag points at, as Wagtail would read it; (None, None) for anything else."""
    attributes = extract_attrs(match["attributes"] or "")
    kind, pk = attributes.get("linktype") or attributes.get("embedtype"), attributes.get("id", "")
    return (kind, int(pk)) if kind in ASK and pk.isdecimal() else (None, None)
