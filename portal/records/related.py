"""Reads what belongs to one record page: its terms in one query, its rows in one each, organisations in one."""

from collections import defaultdict

from django.db import connection
from django.db.models import Exists, OuterRef, prefetch_related_objects
from modelcluster.fields import ParentalKey, ParentalManyToManyField

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Term
from portal.taxonomy.tree import held

NO_CONTENT = ("links", "tagged_items", "wagtail_admin_comments")


def read_related(record, identity=None, user=None):
    """Fills the relations of a page and of its rows to terms and organisations, and those of its identity.

    With a `user`, each organisation is told whether they may know of its page (`is_known`). What a revision brought
    along (a preview) stays as it is.
    """
    with held():
        _fill_terms(record)
        rows = _rows(record)
        for each in (record, *rows):
            _fill_foreign_terms(each)
        _fill_organisations([record, *rows, *([identity] if identity else [])], user)


def read_ahead(record):
    """Fills what a form of the page shows: its relations, its tags, its identity row, its review.

    The rows stand in memory afterwards, as those of a draft do: Wagtail's formsets order what they get from the
    database anew, and so ask for it once more.
    """
    read_related(record)
    for name in (*_rows_of(type(record)), "links"):
        getattr(record, name).get_object_list()
    prefetch_related_objects(record.tagged_items.get_object_list(), "tag")
    record.read_identity = record.identity
    if not hasattr(record, "_current_workflow_states"):
        # Under this name Wagtail's lists keep them; to a draft Wagtail's form puts the question some twenty times.
        record._current_workflow_states = list(
            record.workflow_states.active().select_related("current_task_state__task").order_by("pk")
        )


def _fill_terms(record):
    fields = [field for field in _vocabularies_of(type(record)) if field.name not in _brought(record)]
    if not fields or not record.pk:
        return
    found = defaultdict(set)
    sql = " UNION ALL ".join(_pairs(number, field) for number, field in enumerate(fields))
    with connection.cursor() as cursor:
        cursor.execute(sql, [record.pk] * len(fields))
        for number, pk in cursor.fetchall():
            found[number].add(pk)
    for number, field in enumerate(fields):
        _keep(record, field, found[number])


def _pairs(number, field):
    """SQL of pairs: the number of the field, the primary key of a term. Written out, since the union of querysets takes
    as long to write as a page of the record."""
    name = connection.ops.quote_name
    table, own, term = map(name, (field.m2m_db_table(), field.m2m_column_name(), field.m2m_reverse_name()))
    return f"SELECT {number}, {term} FROM {table} WHERE {own} = %s"


def _keep(record, field, wanted):
    """Puts the terms where `prefetch_related` would, so that `record.<field>.all()` asks nothing."""
    queryset = field.related_model.objects.all()
    queryset._result_cache = [term for pk, term in kept_terms(field.related_model).items() if pk in wanted]
    queryset._prefetch_done = True
    if not hasattr(record, "_prefetched_objects_cache"):
        record._prefetched_objects_cache = {}
    record._prefetched_objects_cache[field.name] = queryset


def _rows(record):
    relations = _rows_of(type(record))
    stored = [name for name in relations if name not in _brought(record)]
    if record.pk:
        prefetch_related_objects([record], *stored)
    return [row for name in relations for row in getattr(record, name).all()]


def _brought(record):
    """The relations that a revision brought along, by name."""
    return getattr(record, "_cluster_related_objects", {})


def _fill_foreign_terms(each):
    for field in each._meta.concrete_fields:
        if field.many_to_one and issubclass(field.related_model, Term) and (pk := getattr(each, field.attname)):
            setattr(each, field.name, kept_terms(field.related_model)[pk])


def _fill_organisations(rows, user):
    ends = [(row, field) for row in rows for field in _organisations_of(type(row)) if getattr(row, field.attname)]
    queryset = Organisation.objects.all()
    if user is not None:
        known = RecordIdentity.objects.visible_to(user).filter(key=OuterRef("key"))
        queryset = queryset.annotate(is_known=Exists(known))
    organisations = queryset.in_bulk({getattr(row, field.attname) for row, field in ends})
    for row, field in ends:
        setattr(row, field.name, organisations[getattr(row, field.attname)])


def _vocabularies_of(model):
    return [
        field
        for field in model._meta.many_to_many
        if isinstance(field, ParentalManyToManyField) and issubclass(field.related_model, Term)
    ]


def _rows_of(model):
    """The relations to rows that hold content: links are read by `linkage`, tags by their own field."""
    relations = [field for field in model._meta.related_objects if isinstance(field.field, ParentalKey)]
    return [name for field in relations if (name := field.get_accessor_name()) not in NO_CONTENT]


def _organisations_of(model):
    return [field for field in model._meta.concrete_fields if field.many_to_one and field.related_model is Organisation]
