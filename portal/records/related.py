"""Reads what belongs to one record page: its terms and rows in one query, organisations in one."""

from django.db.models import Exists, OuterRef, prefetch_related_objects
from wagtail.documents import get_document_model

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.stored_rows import LANGUAGES, stored_rows
from portal.records.stored_rows import rows_of as _rows_of
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Term
from portal.taxonomy.tree import held


def read_related(record, identity=None, user=None):
    """Fills the relations of a page and of its rows to terms and organisations, and those of its identity.

    With a `user`, each organisation is told whether they may know of its page (`is_known`). What a revision brought
    along (a preview) stays as it is.
    """
    with held():
        _fill_terms_and_rows(record)
        rows = _rows(record)
        for each in (record, *rows):
            fill_foreign_terms(each)
        _fill_documents(rows)
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


def _fill_terms_and_rows(record):
    """Puts both where `prefetch_related` would, so that `record.<name>.all()` asks nothing. One query."""
    if not record.pk:
        return
    stored = stored_rows(record)
    record.published_languages = stored.pop(LANGUAGES).objects
    for name, found in stored.items():
        if name in _brought(record):
            continue
        queryset = found.model._default_manager.all()
        queryset._result_cache, queryset._prefetch_done = found.objects, True
        if not hasattr(record, "_prefetched_objects_cache"):
            record._prefetched_objects_cache = {}
        record._prefetched_objects_cache[name] = queryset


def _rows(record):
    return [row for name in _rows_of(type(record)) for row in getattr(record, name).all()]


def _brought(record):
    """The relations that a revision brought along, by name."""
    return getattr(record, "_cluster_related_objects", {})


def fill_foreign_terms(each):
    """Puts the terms that a record or a row points at beside it, from memory."""
    for field in each._meta.concrete_fields:
        if field.many_to_one and issubclass(field.related_model, Term) and (pk := getattr(each, field.attname)):
            setattr(each, field.name, kept_terms(field.related_model)[pk])


def _fill_documents(rows):
    ends = [(row, field) for row in rows for field in _naming(type(row), get_document_model())]
    if wanted := {getattr(row, field.attname) for row, field in ends} - {None}:
        documents = get_document_model().objects.in_bulk(wanted)
        for row, field in ends:
            setattr(row, field.name, documents.get(getattr(row, field.attname)))


def _fill_organisations(rows, user):
    ends = [(row, field) for row in rows for field in _naming(type(row), Organisation) if getattr(row, field.attname)]
    queryset = Organisation.objects.all()
    if user is not None:
        known = RecordIdentity.objects.visible_to(user).filter(key=OuterRef("key"))
        queryset = queryset.annotate(is_known=Exists(known))
    organisations = queryset.in_bulk({getattr(row, field.attname) for row, field in ends})
    for row, field in ends:
        setattr(row, field.name, organisations[getattr(row, field.attname)])


def _naming(model, named):
    return [field for field in model._meta.concrete_fields if field.many_to_one and field.related_model is named]
