"""`country:irq` among the words of a search, for those who know: the facet's filter, in three languages.

What it names is told by who asks: a value of which they may not know names as little as one that does not exist, and is
looked for as words.
"""

from django.utils.translation import gettext as _
from django.utils.translation import override

from portal.core.languages import LANGUAGES, enumerated
from portal.records.facets import FACETS
from portal.records.registry import kinds
from portal.taxonomy.models import Country

from .analysis import plain_words
from .engines.statement import Statement
from .engines.values import known_all, values_told
from .expression import SHOWN
from .query import MOST_VALUES, RecordQuery, facet_labels, facet_names
from .written_filters import text_without


def settle(query: RecordQuery, scope, facets=None) -> None:
    """Makes filters of what is written as `field:value` in the words of the query, as far as the reader (a Scope) may
    know it and `facets` (all, if None) may be filtered by; the rest becomes words, and notices say both."""
    if not query.written:
        return
    names = _facets_by_name(facet_names() if facets is None else facets)
    found = [(each, _values(each, names.get(_plain(each.field)), query, scope)) for each in query.written]
    notices = [_said(each, values) for each, values in found]
    for each, values in found:
        _filter(query, values, each.is_without)
    query.settle(text_without(query.text, [each for each, values in found if values]), notices)


def _plain(name):
    return " ".join(plain_words(name.replace("_", " ").replace("-", " ")))


def _facets_by_name(facets):
    """The facets by their parameter and their labels in each language, as plain words."""
    names = {}
    for language in LANGUAGES:
        with override(language):
            names.update((_plain(str(label)), facet) for facet, label in FACETS.items() if facet in facets)
    return names | {_plain(facet): facet for facet in facets}


def _values(written, facet, query, scope):
    """The values of a facet that are called so, as far as the reader may know of them."""
    if not facet or (facet == "kind" and query.kind):
        return []
    wanted = _plain(written.value)
    told = [value for value in values_told(Statement(scope)).values() if value.facet == facet]
    values = [value for value in told if wanted and wanted in {_plain(name) for name in _names(value)}]
    if not values and facet == "country":
        values = _countries_called(wanted, told)
    known = known_all(Statement(scope), [value.id for value in values])
    return [value for value in values if known.get(value.id, 0) > 0]


def _countries_called(wanted, values):
    """The values of countries that have another name by which they are found (Irak, Syria)."""
    keys = {each.key for each in Country.objects.all() if wanted in {_plain(name) for name in each.search_labels}}
    return [value for value in values if value.value in keys]


def _names(value):
    """What a value is called: by its key, its labels, and of a kind as its list and one entry of it."""
    yield from (value.value, *value.labels.values())
    for kind in kinds() if value.facet == "kind" else ():
        if kind.key == value.value:
            yield kind.index_path
            for language in LANGUAGES:
                with override(language):
                    yield str(kind.label)


def _filter(query, values, is_without):
    name = "excluded" if is_without else "chosen"
    for value in values:
        filters = getattr(query, name)
        before = filters.get(value.facet, [])
        if value.value not in before and len(before) < MOST_VALUES:
            setattr(query, name, {**filters, value.facet: [*before, value.value]})


def _said(written, values):
    words = {"words": f"{written.field}:{written.value}"[:SHOWN]}
    if not values:
        return _("“%(words)s” is no filter that is known here; it was looked for as words.") % words
    words |= {"facet": facet_labels()[values[0].facet], "value": enumerated(value.label for value in values)}
    if written.is_without:
        return _("“-%(words)s” was read as a filter: %(facet)s not %(value)s.") % words
    return _("“%(words)s” was read as a filter: %(facet)s %(value)s.") % words
