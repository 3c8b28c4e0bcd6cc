"""Puts one term in the place of another in the rows that point at it."""

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from portal.taxonomy.columns import COLUMNS
from portal.taxonomy.errors import CannotReplace
from portal.taxonomy.relations import pointers
from portal.taxonomy.vocabularies import VOCABULARIES, vocabulary_of


def retag_rows(model, pk, new_pk, among=None) -> dict[str, int]:
    """Answers how many rows now point at the new term, by what they are part of. Raises CannotReplace, see below.

    `among` are the Pointers to look at, by default all; a `model` that is no vocabulary is retagged alike.
    """
    counts = {}
    for pointer in pointers(model) if among is None else among:
        if count := _retag(pointer, pk, new_pk):
            counts[pointer.label] = counts.get(pointer.label, 0) + count
    # update() tells nobody, Wagtail's index of references included. Where something stands does not change.
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model), to_object_id=str(pk)
    )
    references.update(to_object_id=str(new_pk))
    return counts


def _retag(pointer, pk, new_pk):
    rows = pointer.rows([pk])
    count = rows.count()
    if pointer.is_link_table:
        # Who has both terms keeps one link.
        owner = pointer.owner.attname
        rows.filter(**{f"{owner}__in": pointer.rows([new_pk]).values(owner)}).delete()
    _drop_older(pointer, pk, new_pk)
    try:
        with transaction.atomic():
            rows.update(**{pointer.field.attname: new_pk})
    except IntegrityError as error:
        # A row of its own says more than the term (a note, a role): which of two goes is for people to say.
        sentence = _("Some %(rows)s have both, and only one of them is allowed there. Remove one of the two first.")
        raise CannotReplace(sentence % {"rows": pointer.label}) from error
    return count


def _drop_older(pointer, pk, new_pk):
    """Deletes the older of two rows of which one alone may stand, where their model says by which date:
    `newest_stays = {"said_by": "said_on"}` does for what `said_by` points at."""
    model, name = pointer.model, pointer.field.name
    if date := getattr(model, "newest_stays", {}).get(name):
        alone = next(each.fields for each in model._meta.total_unique_constraints if name in each.fields)
        others = [other for other in alone if other != name]
        for row in pointer.rows([pk]):
            same = pointer.rows([new_pk]).filter(**{other: getattr(row, other) for other in others})
            if kept := same.first():
                min(row, kept, key=lambda each: getattr(each, date)).delete()


def retag_attributes(model, key, new_key) -> int:
    """The same for the columns of other vocabularies that name the term by its key."""
    files = vocabulary_of(model).files
    names = [name for name, column in COLUMNS.items() if column.target in files]
    count = 0
    for vocabulary in VOCABULARIES if names else ():
        changed = []
        for term in vocabulary.model.objects.all():
            columns = [name for name in names if term.attributes.get(name) == key]
            term.attributes |= dict.fromkeys(columns, new_key)
            changed += [term] if columns else []
        vocabulary.model.objects.bulk_update(changed, ["attributes"])
        count += len(changed)
    return count
