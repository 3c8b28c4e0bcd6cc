"""The texts of a record that people wrote freely: of its own fields, its rows and its tags, as readers see them."""

import html
import re
from dataclasses import dataclass

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from taggit.managers import TaggableManager
from wagtail.fields import RichTextField

from portal.access.enums import Zone
from portal.records.registry import kind_of

OF_WAGTAIL = ("title", "seo_title", "search_description")
"""Texts of Wagtail's own page."""
BLOCK = re.compile(r"</?(?:p|li|ul|ol|h\d|br|hr|div|tr|td|th|blockquote)\b[^>]{0,500}>", re.IGNORECASE)
ADDRESS = re.compile(r"""<a\b[^>]{0,500}?\bhref=["']([^"'<>]{1,2000})["']""", re.IGNORECASE)


@dataclass(frozen=True)
class Passage:
    """One text: `where` it stands in the words of the form, and the zone in which readers see it."""

    where: str
    zone: Zone
    text: str
    is_mailbox: bool = False
    """Whether it is the field for a mailbox, where one that names no role is taken for what the form asks for."""
    name: str = ""
    """The field of the record that holds it, or the rows."""


def passages_of(record, rows=None):
    """The Passages of a page of a registered kind that hold something.

    `rows` are the rows by the name of their relation, of a form that was not saved yet; by default those of the page.
    """
    zones = {field.name: field.zone for field in kind_of(record).fields}
    for field in record._meta.get_fields():
        zone = zones.get(field.name, Zone.CARD if field.name in OF_WAGTAIL else Zone.DETAILS)
        if isinstance(field, TaggableManager):
            tags = getattr(record, field.name).all()
            yield from (Passage(capfirst(field.verbose_name), zone, str(tag), name=field.name) for tag in tags)
        elif field.one_to_many and isinstance(getattr(field, "field", None), ParentalKey):
            found = rows.get(field.name, ()) if rows is not None else getattr(record, field.name).all()
            yield from _of_rows(found, zone, field.name)
        elif _is_written(field):
            yield from _passage(record, field, zone, capfirst(field.verbose_name), field.name)


def _of_rows(rows, zone, name):
    for number, row in enumerate(rows, 1):
        for field in row._meta.get_fields():
            if _is_written(field):
                place = f"{capfirst(row._meta.verbose_name)} {number}: {field.verbose_name}"
                yield from _passage(row, field, zone, place, name)


def _is_written(field):
    """Whether people write what they like in it: no choice, no key, nothing that the portal sets."""
    is_text = isinstance(field, models.CharField | models.TextField) and field.editable and not field.choices
    own = field.model.__module__.startswith("wagtail.") is False or field.name in OF_WAGTAIL
    return is_text and own


def _passage(record, field, zone, where, name):
    text = getattr(record, field.name)
    if text:
        text = as_read(text) if isinstance(field, RichTextField) else text
        yield Passage(str(where), zone, text, isinstance(field, models.EmailField), name)


def as_read(text):
    """Rich text as its readers see it, a paragraph a line, and behind it the addresses that its links lead to."""
    addresses = ADDRESS.findall(text)
    return html.unescape("\n".join([strip_tags(BLOCK.sub("\n", text)), *addresses]))
