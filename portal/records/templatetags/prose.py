"""`{% prose value %}`: the one way to print rich text. Links that the reader may not follow keep only their words."""

import html
import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html
from wagtail.rich_text.rewriters import extract_attrs
from wagtail.whitelist import check_url

from portal.records.addresses import addresses_of_pages
from portal.records.files import readable_documents, readable_images

register = template.Library()
TAG = re.compile(r"<(?P<name>a|embed)\b(?P<attributes>[^>]*)>|</a>", re.IGNORECASE)
POINTS = re.compile(r"<embed\b|[\s\"']linktype\s*=", re.IGNORECASE)
"""A tag that points into the portal. What is not understood of it is not printed."""


@register.simple_tag(takes_context=True)
def prose(context, value):
    """The rich text `value` as HTML; asks once for all pages, once for all documents and once for all images."""
    request = context.get("request")
    kept = _Filter(str(value or ""), getattr(request, "user", None), request).kept()
    return mark_safe(f'<div class="prose">{expand_db_html(kept)}</div>')


class _Filter:
    """One rich text: what it points at, and the same text without what may not be followed."""

    def __init__(self, text, user, request):
        self.text = text
        self.ids = {"page": set(), "document": set(), "image": set()}
        for match in TAG.finditer(text):
            kind, pk = self._target(match)
            if pk is not None:
                self.ids[kind].add(pk)
        self.pages = addresses_of_pages(self.ids["page"], user)
        self.files = {
            "document": readable_documents(self.ids["document"], user),
            "image": readable_images(self.ids["image"], user),
        }
        self.is_dropped = False

    def kept(self):
        return TAG.sub(self._replacement, self.text)

    def _replacement(self, match):
        if match["name"] is None:
            is_dropped, self.is_dropped = self.is_dropped, False
            return "" if is_dropped else match[0]
        tag = self._kept_tag(match) if POINTS.search(match[0]) else _outward(match)
        self.is_dropped = not tag and match["name"].lower() == "a"
        return tag

    def _kept_tag(self, match):
        """The tag as it may be printed, empty when it may not; Wagtail puts in the addresses of files."""
        kind, pk = self._target(match)
        if kind == "page":
            return format_html('<a href="{}">', self.pages[pk]) if pk in self.pages else ""
        return match[0] if kind and pk in self.files[kind] else ""

    def _target(self, match):
        """Kind and primary key of what a tag points at, as Wagtail would read it; (None, None) for anything else."""
        attributes = extract_attrs(match["attributes"] or "")
        kind, pk = attributes.get("linktype") or attributes.get("embedtype"), attributes.get("id", "")
        return (kind, int(pk)) if kind in self.ids and pk.isdecimal() else (None, None)


def _outward(match):
    """A link out of the portal; empty where its address is of a kind that a browser would run (`javascript:`)."""
    href = extract_attrs(match["attributes"] or "").get("href", "")
    is_safe = href and check_url(html.unescape(href))
    return match[0] if is_safe or "href" not in match[0].lower() else ""
