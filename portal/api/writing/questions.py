"""What programs may say of an entry: the questions of the short form and of the full one, by name."""

from functools import cache

from django.db import models
from wagtail.documents import get_document_model

from portal.desk.contribute.sections import sections_of
from portal.records.registry import kind as kind_by_key
from portal.records.short_forms import Rows, name_of


def parts_of(kind) -> dict:
    """By name, the parts of all questions (fields, Rows, own questions), without files: of rows those of the full form,
    which asks for more of each."""
    return _parts_of(kind.key)


@cache
def _parts_of(key):
    kind = kind_by_key(key)
    questions = [question for screen in kind.short.screens for question in screen]
    questions += [question for section in sections_of(kind) for question in section.questions]
    parts = {name_of(part): part for question in questions for part in question}
    return {name: part for name, part in parts.items() if not _is_file(kind.model, part)}


def chosen(kind, names) -> tuple:
    """The questions that ask for these parts alone, in the order of the form, as a Screen takes them."""
    return (tuple(part for name, part in parts_of(kind).items() if name in names),)


def stored_field(kind, name):
    """The model's field of a part; None for a question of the kind's own."""
    return next((each for each in kind.model._meta.get_fields() if each.name == name), None)


def row_fields(kind, part: Rows) -> dict:
    """By name, the model's fields of a row, without files."""
    model = getattr(kind.model, part.name).rel.related_model
    fields = (model._meta.get_field(name) for name in part.fields)
    return {each.name: each for each in fields if not _is_document(each)}


def _is_file(model, part):
    if isinstance(part, Rows):
        return False
    found = next((each for each in model._meta.get_fields() if each.name == part), None)
    return isinstance(found, models.Field) and _is_document(found)


def _is_document(field):
    return field.related_model is get_document_model()
