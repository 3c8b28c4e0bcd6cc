"""`{% prose value %}`: the one way to print rich text. Links that the reader may not follow keep only their words."""

import html
import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html
from wagtail.rich_text.rewriters import extract_attrs
from wagtail.whitelist import check_url

from portal.records.pointed import TAG, pointed, target_of

register = template.Library()
POINTS = re.compile(r"<embed\b|[\s\"']linktype\s*=", re.IGNORECASE)
"""A tag that points into the portal. What is not understood of it is not printed."""


@register.simple_tag(takes_context=True)
def prose(context, value):
    """The rich text `value` as HTML; what all texts of a page point at is read once."""
    request = context.get("request")
    kept = _Filter(str(value or ""), request).kept()
    return mark_safe(f'<div class="prose">{expand_db_html(kept)}</div>')


class _Filter:
    """One rich text, without what may not be followed."""

    def __init__(self, text, request):
        self.text, self.pointed = text, pointed(request, text)
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
        """The tag as it may be printed, empty when it may not; Wagtail makes pictures of images."""
        kind, pk = target_of(match)
        known = getattr(self.pointed, kind) if kind else {}
        if pk not in known:
            return ""
        if kind == "image" or match["name"].lower() != "a":
            return match[0]
        return format_html('<a href="{}">', known[pk] if kind == "page" else known[pk].url)


def _outward(match):
    """A link out of the portal; empty where its address is of a kind that a browser would run (`javascript:`)."""
    href = extract_attrs(match["attributes"] or "").get("href", "")
    is_safe = href and check_url(html.unescape(href))
    return match[0] if is_safe or "href" not in match[0].lower() else ""
