"""The terms, tags, rows and published languages of one stored record page, all in one query."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import F, Value
from django.db.models.functions import JSONArray
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.models import Page

from portal.core.together import Plan, decoded
from portal.core.written_once import ANY, WrittenOnce
from portal.taxonomy.kept import terms_with
from portal.taxonomy.models import Term

COMMENTS = "wagtail_admin_comments"
NO_CONTENT = ("links", "tagged_items", COMMENTS)
TAGS, LANGUAGES = "tags", "published_languages"
"""The names under which the tags of a record stand, and its published pages in all languages, each with its
`language`."""


@dataclass(frozen=True)
class Stored:
    """What one relation of a record leads to."""

    model: type
    objects: list[Any]


def stored_rows(record) -> dict[str, Stored]:
    """By name, what the relations of a stored record lead to: terms in the order of their vocabulary, rows in theirs,
    each of which knows the record. One query."""
    return _read(record, _relations)


def stored_relations(record) -> dict[str, Stored]:
    """By name, what is kept of a stored record beside its own fields: its terms and all its rows, also those that hold
    no content. One query."""
    return _read(record, relations_kept)


def _read(record, relations_of):
    relations = relations_of(type(record))
    found = {name: [] for name in relations}
    names = list(found)
    for number, values in _question(type(record), relations_of).rows(record.pk):
        found[names[number]].append(decoded(values))
    return {name: relation.made(record, found[name]) for name, relation in relations.items()}


def rows_of(model) -> list[str]:
    """The names of the relations to rows that hold content: links are read by `linkage`, tags by their own field."""
    return [name for name in _rows_kept(model) if name not in NO_CONTENT]


def _rows_kept(model):
    relations = [field for field in model._meta.related_objects if isinstance(field.field, ParentalKey)]
    return [field.get_accessor_name() for field in relations]


@cache
def relations_kept(model):
    """By name, the relations of which `stored_relations` reads."""
    return {name: _Terms(field) for name, field in terms_of(model).items()} | {
        name: _Rows(model._meta.get_field(name)) for name in _rows_kept(model)
    }


@cache
def terms_of(model):
    """By name, the fields of a record that lead to many terms."""
    return {
        field.name: field
        for field in model._meta.many_to_many
        if isinstance(field, ParentalManyToManyField) and issubclass(field.related_model, Term)
    }


@cache
def _relations(model):
    rows = {name: _Rows(model._meta.get_field(name)) for name in rows_of(model)}
    tags = model._meta.get_field(TAGS).remote_field.through.tag_model()
    more = {
        TAGS: tags.objects.filter(tagged_records__content_object=ANY),
        LANGUAGES: Page.objects.live()
        .filter(translation_key__in=Page.objects.filter(pk=ANY).values("translation_key"))
        .annotate(language=F("locale__language_code"))
        .only("translation_key", "url_path"),
    }
    terms = {name: _Terms(field) for name, field in terms_of(model).items()}
    return terms | rows | {name: _Objects(more[name]) for name in more}


@cache
def _question(model, relations_of):
    return WrittenOnce(lambda: _union(relations_of(model)))


def _union(relations):
    parts = [relation.rows(number) for number, relation in enumerate(relations.values())]
    return parts[0].union(*parts[1:], all=True)


class _Terms:
    """A relation to terms, which are kept in memory."""

    def __init__(self, field):
        self.field = field

    def rows(self, number):
        rows = self.field.remote_field.through._default_manager.filter(**{self.field.m2m_field_name(): ANY})
        term = f"{self.field.m2m_reverse_field_name()}_id"
        return rows.order_by().values_list(Value(number), JSONArray(term))

    def made(self, record, found):
        wanted = {pk for (pk,) in found}
        model = self.field.related_model
        return Stored(model, terms_with(model, wanted))


class _Objects:
    """What else is read of a record, as it comes."""

    def __init__(self, queryset):
        self.model = queryset.model
        self.plan = Plan(queryset)

    def rows(self, number):
        return self.plan.rows(number)

    def made(self, _record, found):
        return Stored(self.model, sorted((self.plan.instance(values) for values in found), key=lambda each: each.pk))


class _Rows:
    """A relation to rows of the record."""

    def __init__(self, relation):
        self.names_record = relation.field
        self.model = relation.related_model
        self.plan = Plan(self.model._default_manager.filter(**{self.names_record.name: ANY}))

    def rows(self, number):
        return self.plan.rows(number)

    def made(self, record, found):
        rows = [self.plan.instance(values) for values in found]
        for row in rows:
            setattr(row, self.names_record.name, record)
        names = (*self.model._meta.ordering, "pk")
        return Stored(self.model, sorted(rows, key=lambda row: [getattr(row, name) or 0 for name in names]))
