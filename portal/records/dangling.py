"""What a stored version points at and what is gone since, or became another: asked once for all tables and rows."""

from collections import defaultdict

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

from portal.core.together import read_together
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Term


def without_dangling(model, data):
    """The stored `data` of a page, without what it points at and is gone: rows that cannot be without it are left out.
    An organisation that was merged since is the one into which it was.

    This is what modelcluster does for each row by itself; here a page of many rows costs no more than one of few.
    """
    wanted = defaultdict(set)
    for field, value in _references(model, data):
        wanted[_end_of(field)].add(value)
    return _cleaned(model, data, _existing(wanted))


def _references(model, data):
    """Pairs of foreign key and value, of the page and of its rows."""
    yield from ((field, value) for field, value in _foreign_keys(model, data) if value is not None)
    for row_model, _name, rows in _rows(model, data):
        for row in rows:
            yield from _references(row_model, row)


def _foreign_keys(model, data):
    for name, value in data.items():
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        # A row belongs to the page that it is stored with, whatever number that had.
        if field.many_to_one and field.concrete and not isinstance(field, ParentalKey):
            yield field, value if value is None else field.target_field.to_python(value)


def _rows(model, data):
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        if name in data:
            yield relation.related_model, name, data[name]


def _end_of(field):
    return field.related_model, field.remote_field.field_name


def _existing(wanted):
    """By end, what each of the values that still exist stands for today. One query; vocabularies are kept."""
    terms = {end: {pk: pk for pk in kept_terms(end[0])} for end in wanted if issubclass(end[0], Term)}
    others = [end for end in wanted if end not in terms]
    found = read_together(*(_rows_with(*end, wanted[end]) for end in others)) if others else []
    return terms | {end: dict(_today(end[1], rows)) for end, rows in zip(others, found, strict=True)}


def _rows_with(model, name, values):
    names = (name, "merged_into") if model is Organisation else (name,)
    return model._default_manager.filter(**{f"{name}__in": values}).only(*names)


def _today(name, rows):
    for row in rows:
        value = getattr(row, name)
        yield value, getattr(row, "merged_into_id", None) or value


def _cleaned(model, data, existing):
    """The data with None for what is gone, and without the rows that lost what they need."""
    kept = data | {field.name: None for field in _gone(model, data, existing)} | _moved(model, data, existing)
    for row_model, name, rows in _rows(model, data):
        whole = [row for row in rows if not any(map(_is_needed, _gone(row_model, row, existing)))]
        kept[name] = [_cleaned(row_model, row, existing) for row in whole]
    return kept


def _gone(model, data, existing):
    return [
        field
        for field, value in _foreign_keys(model, data)
        if value is not None and value not in existing[_end_of(field)]
    ]


def _moved(model, data, existing):
    """By name of the field, what now stands for a value that became another."""
    now = ((field, value, existing[_end_of(field)].get(value)) for field, value in _foreign_keys(model, data) if value)
    return {field.name: other for field, value, other in now if other not in (None, value)}


def _is_needed(field):
    return field.remote_field.on_delete is models.CASCADE or not field.null
