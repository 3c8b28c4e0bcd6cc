"""System checks: a kind that forgets a part of the contract fails at once."""

from django.core.checks import Error, register
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from portal.access.models import RecordIdentity
from portal.records.facets import FACETS
from portal.records.registry import kinds


@register()
def zone_tables_are_complete(app_configs, **kwargs):
    """Each field of a kind's model stands in its table of zones, and each name in the table can be read."""
    return [error for kind in kinds() for error in (*_missing(kind), *_unlabelled(kind))]


@register()
def named_records_are_ends(app_configs, **kwargs):
    """Each field that names records, of a kind's model or of its rows, is an end that linkage shows from both sides."""
    return [error for kind in kinds() for error in _unlinked(kind)]


@register()
def short_forms_ask_for_what_there_is(app_configs, **kwargs):
    """Each short form is short, and asks for fields that its kind has."""
    short = [kind for kind in kinds() if kind.short]
    return [
        Error(f"{kind.key}: its short form {each}", id="records.E005")
        for kind in short
        for each in kind.short.problems(kind.model)
    ]


@register()
def years_are_in_the_table(app_configs, **kwargs):
    """Each field that `from=` and `to=` ask for stands in the table, which says who may read it."""
    return [error for kind in kinds() if kind.dates for error in _without_zone(kind)]


def _without_zone(kind):
    for name in sorted({kind.dates.first, kind.dates.last} - {field.name for field in kind.fields}):
        yield Error(f"{kind.key}: the year {name!r} is no field of the table", id="records.E006")


def _unlinked(kind):
    declared, found = {end.name for end in kind.ends}, set(naming_fields(kind))
    for name in sorted(found - declared):
        yield Error(f"{kind.key}: {name!r} names records and is no end", hint="Add a RecordEnd.", id="records.E003")
    for name in sorted(declared - found):
        yield Error(f"{kind.key}: the end {name!r} is no field that names records", id="records.E004")


def naming_fields(kind):
    """The names of a kind's fields that name records by their identity, of rows as "rows.field", beside RecordLink."""
    content = content_fields(kind.model) - kind.not_in_table
    for field in kind.model._meta.get_fields():
        if field.name in content and _is_row(field):
            inner = field.related_model._meta.concrete_fields
            yield from (f"{field.name}.{each.name}" for each in inner if each.related_model is RecordIdentity)
        elif field.name in content and field.related_model is RecordIdentity:
            yield field.name


def _unlabelled(kind):
    for facet in sorted({field.facet for field in kind.fields} - {""} - FACETS.keys()):
        yield Error(f"{kind.key}: facet {facet!r} has no label", hint="Add it to FACETS.", id="records.E002")


def _missing(kind):
    named = {field.name for field in kind.fields} | kind.not_in_table
    for name in sorted(content_fields(kind.model) - named):
        yield Error(f"{kind.key}: field {name!r} has no zone", hint="Add a RecordField to the kind.", id="records.E001")


def content_fields(model):
    """The names of the fields and rows that hold a record's content: those of Wagtail's own page are left out."""
    base = {field.name for field in Page._meta.get_fields()}
    own = {field.name for field in model._meta.get_fields() if not field.auto_created or _is_row(field)}
    return {name for name in own if name not in base and not name.endswith("_ptr")}


def _is_row(field):
    return field.one_to_many and isinstance(field.field, ParentalKey)
