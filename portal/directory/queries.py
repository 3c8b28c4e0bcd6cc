"""Questions about organisations that several rooms ask."""

from django.db.models import Q

NAMES = ("name_en", "name_fr", "name_ar", "acronym", "code")


def named(words: str) -> Q:
    """The organisations with a name, in any language, an acronym or a code that contains the words."""
    found = Q()
    for field in NAMES:
        found |= Q(**{f"{field}__icontains": words})
    return found
