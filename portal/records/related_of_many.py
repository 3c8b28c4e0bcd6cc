"""Reads what belongs to many records: the terms, tags and rows of all of them in one query, organisations and entries
that they name in another. What `related` does for one."""

from functools import cache

from django.db.models import Exists, F, OuterRef, Value, prefetch_related_objects
from django.db.models.functions import JSONArray
from modelcluster.fields import ParentalKey
from taggit.managers import TaggableManager
from wagtail.models import Locale

from portal.access.models import RecordIdentity
from portal.core.together import Plan, decoded, read_together
from portal.directory.models import Organisation
from portal.records.related import fill_foreign_terms
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Term


def fill_many(groups, names, user, identities=()):
    """Fills the relations with these `names` of stored records, and what they, their rows and `identities` point at:
    terms, organisations (each is told whether `user` may know of its page), entries.

    `groups` are lists of records, each of one model. Two queries, and one for each relation to something else.
    """
    parts = [(records, part) for records in groups if records for part in _parts(type(records[0]), frozenset(names))]
    rows = _fill_relations(parts)
    for records in groups:
        _fill_others(records, names)
    _fill_others(rows)
    everything = [*(record for records in groups for record in records), *rows]
    for each in everything:
        fill_foreign_terms(each)
    _fill_named([*everything, *identities], user)


def _fill_relations(parts):
    """Puts what was found where `prefetch_related` would; returns all rows."""
    found = [{record.pk: [] for record in records} for records, _part in parts]
    if parts:
        first, *others = (
            part.rows(number, [record.pk for record in records]) for number, (records, part) in enumerate(parts)
        )
        for number, (pk, *values) in ((number, decoded(values)) for number, values in first.union(*others, all=True)):
            found[number][pk].append(values)
    rows = []
    for by_record, (records, part) in zip(found, parts, strict=True):
        for record in records:
            rows += _put(record, part, part.made(record, by_record[record.pk]))
    return rows


def _fill_others(everything, names=None):
    """What these point at that is neither term, tag, organisation nor entry: of rows all, else what has such a name."""
    by_model = {}
    for each in everything:
        by_model.setdefault(type(each), []).append(each)
    for model, some in by_model.items():
        for name in _other_ends(model) if names is None else _other_relations(model) & set(names):
            prefetch_related_objects(some, name)


@cache
def _other_ends(model):
    """The names of what a row points at beside its record: documents."""
    known = (Term, Organisation, RecordIdentity, Locale)
    ends = (field for field in model._meta.concrete_fields if field.many_to_one and not isinstance(field, ParentalKey))
    return {field.name for field in ends if not issubclass(field.related_model, known)}


@cache
def _other_relations(model):
    many = model._meta.many_to_many
    return {field.name for field in many if not _is_tags(field) and not issubclass(field.related_model, Term)}


def _put(record, part, objects):
    queryset = part.model._default_manager.all()
    queryset._result_cache, queryset._prefetch_done = objects, True
    record.__dict__.setdefault("_prefetched_objects_cache", {})[part.name] = queryset
    return objects if isinstance(part, _Rows) else []


@cache
def _parts(model, names):
    """The relations of a model with these names."""
    found = [_Terms(each) for each in model._meta.many_to_many if _leads_to_terms(each) and each.name in names]
    found += [_Tags(each) for each in model._meta.many_to_many if _is_tags(each) and each.name in names]
    rows = (each for each in model._meta.related_objects if each.one_to_many and each.get_accessor_name() in names)
    return [*found, *(_Rows(each) for each in rows)]


def _leads_to_terms(field):
    return not _is_tags(field) and issubclass(field.related_model, Term)


def _is_tags(field):
    return isinstance(field, TaggableManager)


class _Terms:
    """A relation to terms, which are kept in memory."""

    def __init__(self, field):
        self.name, self.model, self.field = field.name, field.related_model, field

    def rows(self, number, pks):
        record = self.field.m2m_field_name()
        ends = (f"{record}_id", f"{self.field.m2m_reverse_field_name()}_id")
        through = self.field.remote_field.through._default_manager.filter(**{f"{record}__in": pks})
        return through.order_by().values_list(Value(number), JSONArray(*ends))

    def made(self, record, found):
        wanted = {pk for (pk,) in found}
        return [term for pk, term in kept_terms(self.model).items() if pk in wanted]


class _Tags:
    """The free tags."""

    def __init__(self, field):
        self.name, self.through = field.name, field.remote_field.through
        self.model = self.through.tag_model()

    def rows(self, number, pks):
        rows = self.through._default_manager.filter(content_object__in=pks).order_by()
        return rows.values_list(Value(number), JSONArray("content_object_id", "tag_id", F("tag__name"), F("tag__slug")))

    def made(self, record, found):
        return [self.model(pk=pk, name=name, slug=slug) for pk, name, slug in sorted(found)]


class _Rows:
    """Rows of the record, in their order."""

    def __init__(self, relation):
        self.name, self.model, self.record = relation.get_accessor_name(), relation.related_model, relation.field
        self.plan = Plan(self.model._default_manager.all())

    def rows(self, number, pks):
        plan = Plan(self.model._default_manager.filter(**{f"{self.record.name}__in": pks}))
        names = [field.attname for field in plan.fields]
        array = JSONArray(self.record.attname, *map(F, names))
        return plan.queryset.order_by().values_list(Value(number), array)

    def made(self, record, found):
        rows = [self.plan.instance(values) for values in found]
        for row in rows:
            setattr(row, self.record.name, record)
        names = (*self.model._meta.ordering, "pk")
        return sorted(rows, key=lambda row: [getattr(row, name) or 0 for name in names])


def _fill_named(everything, user):
    """Organisations and entries that any of these point at."""
    organisations, entries = _naming(everything, Organisation), _naming(everything, RecordIdentity)
    known = RecordIdentity.objects.visible_to(user).filter(key=OuterRef("key"))
    querysets = [
        Organisation.objects.filter(pk__in=_pks(organisations)).annotate(is_known=Exists(known)),
        RecordIdentity.objects.filter(pk__in=_pks(entries)),
    ]
    if not (organisations or entries):
        return
    for ends, found in zip((organisations, entries), read_together(*querysets), strict=True):
        by_pk = {each.pk: each for each in found}
        for each, field in ends:
            setattr(each, field.name, by_pk.get(getattr(each, field.attname)))


def _naming(everything, model):
    return [
        (each, field)
        for each in everything
        for field in _ends(type(each), model)
        if getattr(each, field.attname) is not None
    ]


@cache
def _ends(model, named):
    return [field for field in model._meta.concrete_fields if field.many_to_one and field.related_model is named]


def _pks(ends):
    return {getattr(each, field.attname) for each, field in ends}
