"""Questions about organisations that several rooms ask."""

from django.db.models import Q

from portal.directory.models import Organisation

NAMES = ("name_en", "name_fr", "name_ar", "acronym", "code")


def named(words: str) -> Q:
    """The organisations with a name, in any language, an acronym or a code that contains the words."""
    found = Q()
    for field in NAMES:
        found |= Q(**{f"{field}__icontains": words})
    return found


def is_used(organisation: Organisation) -> bool:
    """Whether anything names it: a member, a record, an access. Then it stays."""
    return any(
        relation.related_model._default_manager.filter(**{relation.field.name: organisation}).exists()
        for relation in Organisation._meta.related_objects
    )
