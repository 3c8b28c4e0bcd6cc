"""The columns of one kind, in the order of its table of fields; what has no place there comes after."""

from functools import cache

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Page

from portal.records.registry import kind as kind_by_key
from portal.records.stored_rows import NO_CONTENT
from portal.transfer.bringing.cells import cell_for

from .column import Column, PlainManyColumn, TagsColumn, TermsColumn
from .rows import rows_column

LINKS = "links"
"""Rows that the table of fields leaves out: they are shown from both ends."""
OF_PAGE = frozenset({"title"})
"""What a record takes of Wagtail's own page."""
NO_CONTENT_OF_ROWS = frozenset({
    "id", "key", "code", "slug", "locale", "link_key", "frozen_at", "frozen_because", "created_at",
})  # fmt: skip
"""Of kinds that are no pages: what stands in columns of its own, what is a secret, and what is no content."""
FROM_ADMINISTRATORS = frozenset({"reviewed_on", "review_due_on", "unconfirmed_fields", "source_id", "is_demo"})
LABELS = {
    "source_id": _("name in its source"),
    "is_demo": _("fictional"),
    "unconfirmed_fields": _("unconfirmed"),
    "born_session": _("key of its session"),
}


def columns_of(kind) -> tuple[Column, ...]:
    """The columns of a kind's content. What stands in them is on its pages: not who may see it, nor its code."""
    return _columns_of(kind.key)


@cache
def _columns_of(key):
    kind = kind_by_key(key)
    found = {column.name: column for column in (*_of_values(kind), *_of_rows(kind)) if column is not None}
    first = [field.name for field in kind.fields if field.name in found]
    return tuple(found[name] for name in dict.fromkeys([*first, *found]))


def _of_values(kind):
    model = kind.model
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        is_own = field.model not in Page.__mro__ or field.name in OF_PAGE
        if not is_own or field.name.endswith("_ptr") or field.name in NO_CONTENT_OF_ROWS or _is_by_itself(field):
            continue
        cell = cell_for(field)
        if cell is not None:
            yield _class_of(field)(field.name, _label(kind, field), cell, field.help_text, _is_admin(field))


def _of_rows(kind):
    for relation in kind.model._meta.related_objects if kind.is_page else ():
        name = relation.get_accessor_name()
        if isinstance(relation.field, ParentalKey) and (name == LINKS or name not in NO_CONTENT):
            yield rows_column(relation, _label_of(kind, name))


def _is_by_itself(field):
    """Whether the model sets it whenever it is saved."""
    return getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)


def _class_of(field):
    if isinstance(field, ClusterTaggableManager):
        return TagsColumn
    if field.many_to_many and not isinstance(field, ParentalManyToManyField):
        return PlainManyColumn
    return TermsColumn if field.many_to_many else Column


def _is_admin(field):
    return field.name in FROM_ADMINISTRATORS or not field.editable


def _label(kind, field):
    return _label_of(kind, field.name) or LABELS.get(field.name) or capfirst(str(field.verbose_name))


def _label_of(kind, name):
    return next((field.label for field in kind.fields if field.name == name), "")
