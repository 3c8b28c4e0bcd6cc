"""Tags and filters that every template has (a builtin): icons, dates and numbers, direction, small bars."""

import math
from datetime import date
from functools import lru_cache

from django import template
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, get_language_info

from portal.core.days import last_day
from portal.core.languages import enumerated
from portal.core.marks import mark_of

register = template.Library()

SPRITE = "portal/icons.svg"
MIRRORED = {"arrow"}
CARRIED_AT_MOST = 50


@register.simple_tag
def icon(name, label=""):
    """A drawing of the sprite. It stands beside a word, so it is hidden from screen readers unless it has a label."""
    return _drawing(name, str(label))


@lru_cache(maxsize=1_000, typed=True)
def _drawing(name, label):
    css = "icon icon-flip" if name in MIRRORED else "icon"
    meaning = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html('<svg class="{}" {}><use href="{}#{}"/></svg>', css, meaning, static(SPRITE), name)


@register.filter
def mark(row):
    """By what a form knows a row that has no key (portal.core.marks)."""
    return mark_of(row)


@register.filter(is_safe=False)
def ltr(value):
    """A code, number or address that keeps its own direction inside Arabic text."""
    return format_html('<bdi dir="ltr">{}</bdi>', value) if value else ""


@register.filter
def number(value):
    """A count as people of the reader's language write it: 12,480."""
    return "" if value is None else _grouped(value, get_language())


@lru_cache(maxsize=5_000, typed=True)
def _grouped(value, _language):
    return formats.number_format(value, use_l10n=True, force_grouping=True)


def _time(value, pattern):
    if not value:
        return ""
    value = timezone.localtime(value) if hasattr(value, "tzinfo") and timezone.is_aware(value) else value
    return _in_words(value.date() if hasattr(value, "date") else value, pattern, get_language())


@lru_cache(maxsize=5_000)
def _in_words(day, pattern, _language):
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), formats.date_format(day, pattern))


@register.filter
def day(value):
    """A date in words, 4 March 2026, for people and for programs."""
    return _time(value, "j F Y")


@register.filter
def until(moment):
    """The last day, in words, of what ends at a moment: what ends at midnight ends with the day before."""
    return _time(last_day(moment), "j F Y")


@register.filter
def day_in_mail(value):
    """The same without markup, of a date as mails keep it: "2026-03-04"."""
    return formats.date_format(date.fromisoformat(value), "j F Y") if value else ""


@register.filter
def month(value):
    """A month in words, March 2026: as exact as "last confirmed" needs to be."""
    return _time(value, "F Y")


@register.filter
def bar(share):
    """The class that draws a share of 0 to 100 as a bar; no style attribute, which the policy forbids."""
    steps = min(max(math.ceil((share or 0) / 5), 0), 20)
    return f"w{steps * 5}" if steps else ""


@register.filter
def rows(value):
    """The value as a list when it is one, else nothing: a section shows lists as lists and text as text."""
    return list(value) if isinstance(value, list | tuple) else []


@register.filter
def listed(value):
    """Several names in one line, with the comma of the reader's language; a single one stays as it is."""
    parts = value if isinstance(value, list | tuple) else [value]
    return enumerated(part for part in parts if part)


@register.simple_tag
def language_of(code):
    """`lang` and `dir` for text whose language is not that of the page, nothing for text whose language is."""
    if not code or code == get_language():
        return ""
    direction = "rtl" if get_language_info(code)["bidi"] else "ltr"
    return format_html(' lang="{}" dir="{}"', code, direction)


@register.filter
def language_name(code):
    """The name of a language in the reader's, as it stands inside a sentence: only English writes it large."""
    name = get_language_info(code)["name_translated"]
    return name if get_language() == "en" else name.lower()


@register.simple_tag(takes_context=True)
def carried(context, *dropped):
    """The page's query parameters as hidden inputs, so that a form keeps the chosen filters. `dropped` are the form's
    own; the page number never stays, since another search begins at the first page."""
    request = context.get("request")
    if request is None:
        return ""
    pairs = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in {*dropped, "page"}
        for value in values
        if value
    ]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs[:CARRIED_AT_MOST])
