"""Who points at terms, found through `_meta`, so that no list of fields can be forgotten."""

from dataclasses import dataclass

from django.db import models
from modelcluster.fields import ParentalKey

from portal.taxonomy.models.from_file import FromFile


@dataclass(frozen=True)
class Pointer:
    """A foreign key that points at a vocabulary; for a many-to-many field, the key in its own table."""

    model: type[models.Model]
    field: models.ForeignKey

    @property
    def is_link_table(self) -> bool:
        return bool(self.model._meta.auto_created)

    @property
    def owner(self) -> models.ForeignKey | None:
        """The key to what the row is part of: of a many-to-many table its other side, of a page's row the page."""
        if not self.is_link_table:
            return parental_key(self.model)
        others = (field for field in self.model._meta.concrete_fields if field.is_relation and field is not self.field)
        return next(others)

    @property
    def is_own(self) -> bool:
        """Whether it is a many-to-many table of what is pointed at itself, which holds no key to it elsewhere."""
        target = self.field.related_model
        return self.is_link_table and any(each.remote_field.through is self.model for each in target._meta.many_to_many)

    @property
    def label(self) -> str:
        """What uses the term, as people say it, for example “case studies”."""
        model = self.owner.related_model if self.owner else self.model
        return str(model._meta.verbose_name_plural)

    def rows(self, pks):
        return self.model._base_manager.filter(**{f"{self.field.attname}__in": pks})


def pointers(model) -> list[Pointer]:
    """Every foreign key to `model`, those in the tables of many-to-many fields included, in a stable order."""
    found = [
        Pointer(relation.related_model, relation.field)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
    ]
    return sorted(found, key=lambda pointer: (pointer.model._meta.label, pointer.field.name))


def parental_key(model) -> ParentalKey | None:
    """The key that makes a model's rows part of a page."""
    return next((field for field in model._meta.concrete_fields if isinstance(field, ParentalKey)), None)


def count_rows(model, pks) -> dict[str, int]:
    """How many rows point at the terms, by what they are part of; empty when nothing does. What editors may not read
    (`is_for_its_sides`) is not counted to them either."""
    uses = {}
    for pointer in pointers(model):
        of = pointer.model._meta.auto_created or pointer.model
        if getattr(of, "is_for_its_sides", False):
            continue
        if count := pointer.rows(pks).count():
            uses[pointer.label] = uses.get(pointer.label, 0) + count
    return uses


def users_of(model, pks) -> dict[type[models.Model], frozenset]:
    """The objects that use the terms, as model → primary keys.

    A row counts as the page that it is part of. What uses a term that uses the term counts too, so that a region's
    users are the records of its countries, and a broader term's users those of its narrower ones.
    """
    users, waiting, seen = {}, [(model, frozenset(pks))], {model: frozenset(pks)}
    while waiting:
        for owner, found in _direct_users(*waiting.pop()):
            if not issubclass(owner, FromFile):
                users[owner] = users.get(owner, frozenset()) | found
            elif fresh := found - seen.get(owner, frozenset()):
                seen[owner] = seen.get(owner, frozenset()) | fresh
                waiting.append((owner, fresh))
    return users


def _direct_users(model, pks):
    for pointer in pointers(model):
        # A term that was replaced by this one has no users any more.
        if pointer.field.name == "replaced_by":
            continue
        owner = pointer.owner
        column = owner.attname if owner else "pk"
        found = frozenset(pointer.rows(pks).values_list(column, flat=True))
        if found:
            yield _whole(owner.related_model if owner else pointer.model, found)


def _whole(model, pks):
    """The pages that rows are part of, however deep; other objects as they are."""
    while key := parental_key(model):
        pks = frozenset(model._base_manager.filter(pk__in=pks).values_list(key.attname, flat=True))
        model = key.related_model
    return model, pks
