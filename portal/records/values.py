"""Values of fields as texts: for a page (with the address that finds others like it) and for search."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import strip_tags

from portal.directory.models import Organisation
from portal.taxonomy.models import Term


def printed(value, facet=""):
    """Pairs of text and address for each of the value's parts; a term of a facet leads to its search."""
    return tuple(_pair(part, facet) for part in as_list(value))


def as_list(value):
    """The parts of a value: itself when it is no list; nothing for an empty one."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def texts_of(value):
    """All words of a value, as plain texts: of terms all labels, of organisations all names, of rows their texts."""
    for part in as_list(value):
        if isinstance(part, Term):
            yield from part.search_labels
        elif isinstance(part, Organisation):
            yield from part.names
        elif hasattr(part, "texts"):
            yield from (text for inner in part.texts() for text in texts_of(inner))
        else:
            yield strip_tags(str(part))


def _pair(part, facet):
    if isinstance(part, Organisation):
        return part.name, part.get_absolute_url()
    if isinstance(part, Term) and facet:
        return part.label, f"{reverse('search:search')}?{urlencode({facet: part.key})}"
    return str(part), ""
