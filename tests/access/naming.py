"""Fields of a world's records that name other records: what an end of a link could tell of the other."""

from portal.access.changes import announce
from portal.records.registry import kinds


def naming_fields():
    """Kind, end, and the kind of record that it may name; what may name a kind that is not there names nothing."""
    known = {kind.key: kind for kind in kinds()}
    for kind in kinds():
        for end in kind.ends:
            allowed = _field(kind.model, end.name).get_limit_choices_to().get("kind", kind.key)
            if allowed in known:
                yield kind, end, known[allowed]


def point(record, name, identity):
    """Names an identity in that field of a record's page, or in one more of its rows, which says nothing else."""
    page, (rows, _, field) = record.made, name.rpartition(".")
    if rows:
        relation = page._meta.get_field(rows)
        like = relation.related_model.objects.filter(**{relation.field.name: page.pk}).first()
        if like is None:
            # Of a draft, whose rows stand in its revision alone.
            return
        needed = [each for each in like._meta.concrete_fields if each.many_to_one and not each.null]
        values = {each.attname: getattr(like, each.attname) for each in needed}
        relation.related_model.objects.create(**values | {f"{field}_id": identity.pk, "sort_order": 9})
    elif page._meta.get_field(field).many_to_many:
        getattr(page, field).set([identity])
    else:
        type(page).objects.filter(pk=page.pk).update(**{field: identity})
    announce(record.identity.key)


def _field(model, name):
    rows, _, field = name.rpartition(".")
    return (model._meta.get_field(rows).related_model if rows else model)._meta.get_field(field)
