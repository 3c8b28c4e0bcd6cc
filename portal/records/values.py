"""Values of fields as a page prints them, each with the address that finds others like it."""

from urllib.parse import urlencode

from django.urls import reverse

from portal.directory.models import Organisation
from portal.taxonomy.models import Term


def printed(value, facet, known):
    """Pairs of text and address for each of the value's parts.

    A term of a facet leads to its search, an organisation to its page where it is among the `known` (primary keys):
    its name is what the record's author published, that it has a page is for who may know of it.
    """
    return tuple(_pair(part, facet, known) for part in as_list(value))


def as_list(value):
    """The parts of a value: itself when it is no list; nothing for an empty one."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _pair(part, facet, known):
    if isinstance(part, Organisation):
        return part.name, part.get_absolute_url() if part.pk in known else ""
    if isinstance(part, Term) and facet:
        return part.label, f"{reverse('search:search')}?{urlencode({facet: part.key})}"
    return str(part), ""
