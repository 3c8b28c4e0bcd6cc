"""Terms inside what can still be published: the JSON of revisions, and of the sources of translations.

Without this, publishing a draft that was written before a term was replaced would bring the old term back.
Older revisions stay as they were: who reverts to one edits it in a form, which offers current terms only.
"""

import json
from collections import defaultdict
from itertools import batched, chain

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Revision, RevisionMixin, TaskState
from wagtail_localize.models import TranslationSource

from portal.taxonomy.relations import parental_key, pointers


def retag_drafts(model, pk, new_pk) -> int:
    """Puts one term in the place of another in every draft; answers how many drafts had it."""
    count = 0
    for row, content in _drafts_using(model, {pk}):
        for path in _paths(model)[_holder(row)]:
            _swap(content, path, pk, new_pk)
        _write(row, content)
        count += 1
    return count


def count_drafts(model, pks) -> int:
    """How many drafts hold one of the terms."""
    return sum(1 for _ in _drafts_using(model, set(pks)))


def _drafts_using(model, pks):
    paths = _paths(model)
    types = ContentType.objects.get_for_models(*paths).values() if paths else ()
    sources = TranslationSource.objects.filter(specific_content_type__in=types)
    for row in chain(_in_batches(_publishable(paths, types)), _in_batches(sources)):
        content = row.content if isinstance(row, Revision) else json.loads(row.content_json)
        if any(pks & set(_values(content, path)) for path in paths[_holder(row)]):
            yield row, content


def _publishable(models, types):
    """Revisions that a click or a clock can publish: the latest, the live one, the scheduled, those in review."""
    wanted = Q(approved_go_live_at__isnull=False) | Q(task_states__status=TaskState.STATUS_IN_PROGRESS)
    for name in ("latest_revision", "live_revision"):
        # Of pages the field stands on Page itself: one question for all kinds.
        owners = {model._meta.get_field(name).model for model in models if hasattr(model, f"{name}_id")}
        for owner in sorted(owners, key=lambda owner: owner._meta.label):
            wanted |= Q(pk__in=owner._base_manager.exclude(**{name: None}).values(name))
    return Revision.objects.filter(wanted, content_type__in=types)


def _in_batches(rows, size=200):
    """Each row once, read before it is given away, so that it can be written while the next is waiting."""
    pks = sorted(set(rows.values_list("pk", flat=True)))
    for batch in batched(pks, size):
        yield from list(rows.model.objects.filter(pk__in=batch).order_by("pk"))


def _holder(row):
    content_type = row.content_type if isinstance(row, Revision) else row.specific_content_type
    return content_type.model_class()


def _write(row, content):
    # update() and not save(): a revision's save moves its object's dates.
    if isinstance(row, Revision):
        Revision.objects.filter(pk=row.pk).update(content=content)
    else:
        TranslationSource.objects.filter(pk=row.pk).update(content_json=json.dumps(content))


def _paths(model):
    """Where in a draft's JSON the vocabulary's keys stand: model → paths such as ("barriers", "kind")."""
    paths = defaultdict(list)
    for pointer in pointers(model):
        if pointer.is_own:
            continue
        holder, path = _path(pointer)
        for draftable in apps.get_models():
            if issubclass(draftable, holder) and issubclass(draftable, RevisionMixin):
                paths[draftable].append(path)
    return dict(paths)


def _path(pointer):
    holder, name = pointer.model, pointer.field.name
    if pointer.is_link_table:
        holder = pointer.owner.related_model
        fields = (field for field in holder._meta.many_to_many if field.remote_field.through is pointer.model)
        name = next(fields).name
    path = (name,)
    while key := parental_key(holder):
        path = (key.remote_field.get_accessor_name(), *path)
        holder = key.related_model
    return holder, path


def _values(content, path):
    for place in _places(content, path):
        value = place[path[-1]]
        yield from value if isinstance(value, list) else [value]


def _swap(content, path, old, new):
    for place in _places(content, path):
        value = place[path[-1]]
        if isinstance(value, list):
            place[path[-1]] = list(dict.fromkeys(new if item == old else item for item in value))
        elif value == old:
            place[path[-1]] = new


def _places(content, path):
    """The dictionaries that hold the last name of the path."""
    places = [content]
    for name in path[:-1]:
        places = [row for place in places for row in place.get(name) or ()]
    return [place for place in places if path[-1] in place]
