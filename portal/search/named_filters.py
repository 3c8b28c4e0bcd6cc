"""`country:irq` among the words of a search, for those who know: the facet's filter, in three languages.

What it names is told by who asks: a value of which they may not know names as little as one that does not exist, and is
looked for as words.
"""

from collections import defaultdict
from functools import cached_property

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
from .stored_values import StoredValue
from .value_words import value_words
from .written_filters import text_without


def settle(query: RecordQuery, scope, facets=None) -> None:
    """Makes filters of what is written as `field:value` in the words of the query, as far as the reader (a Scope) may
    know it and `facets` (all, if None) may be filtered by; the rest becomes words, and notices say both."""
    if not query.written:
        return
    names = Names(scope, facet_names() if facets is None else facets)
    called = [names.called(each.field, each.value, query.kind) for each in query.written]
    known = known_all(Statement(scope), {value.id for values in called for value in values})
    found = [
        (each, [value for value in values if known.get(value.id, 0) > 0])
        for each, values in zip(query.written, called, strict=True)
    ]
    notices = [_said(each, values) for each, values in found]
    for each, values in found:
        _filter(query, values, each.is_without)
    query.settle(text_without(query.text, [each for each, values in found if values]), notices)


class Names:
    """What the values are called that one reader (a Scope) may filter by. What takes a look at all of them is done once
    a search, however many `field:value` it has."""

    def __init__(self, scope, facets):
        self.told, self.words = values_told(Statement(scope)), value_words()
        self.facets = _facets_by_name(facets)

    def called(self, field, name, kind) -> list[StoredValue]:
        """The values of the facet `field` that have that name, in a list of one `kind` ("" for all)."""
        facet, wanted = self.facets.get(_plain(field)), _plain(name)
        if not facet or not wanted or (facet == "kind" and kind):
            return []
        if facet == "kind":
            return self._with_keys(facet, self._kinds.get(wanted, ()))
        labelled = [value for value in self._with_words(facet, wanted.split()) if wanted in _names(value)]
        # A record's key is no word that it is found by.
        by_key = self._with_keys(facet, [wanted.replace(" ", "-")])
        if not (labelled or by_key) and facet == "country":
            return self._with_keys(facet, self._countries.get(wanted, ()))
        return list({value.id: value for value in (*labelled, *by_key)}.values())

    def _with_words(self, facet, words):
        numbers = set.intersection(*(self.words.ids.get(word, set()) for word in words))
        told = (self.told.get(number) for number in sorted(numbers))
        return [value for value in told if value and value.facet == facet]

    def _with_keys(self, facet, keys):
        return [self._by_key[facet, key] for key in keys if (facet, key) in self._by_key]

    @cached_property
    def _by_key(self):
        return {(value.facet, value.value): value for value in self.told.values()}

    @cached_property
    def _kinds(self):
        """The keys of kinds by their key, the name of their list, and what one and several entries are called."""
        found = defaultdict(dict)
        for kind in kinds():
            for name in (kind.key, kind.index_path):
                found[_plain(name)][kind.key] = None
            for language in LANGUAGES:
                with override(language):
                    for label in (kind.label, kind.label_plural):
                        found[_plain(str(label))][kind.key] = None
        return found

    @cached_property
    def _countries(self):
        """The keys of countries by other names by which they are found (Irak, Syria)."""
        found = defaultdict(dict)
        for country in Country.objects.all():
            for name in country.search_labels:
                found[_plain(name)][country.key] = None
        return found


def _plain(name):
    return " ".join(plain_words(name.replace("_", " ").replace("-", " ")))


def _facets_by_name(facets):
    """The facets by their parameter and their labels in each language, as plain words."""
    names = {}
    for language in LANGUAGES:
        with override(language):
            names.update((_plain(str(label)), facet) for facet, label in FACETS.items() if facet in facets)
    return names | {_plain(facet): facet for facet in facets}


def _names(value):
    return {_plain(name) for name in (value.value, *value.labels.values())}


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
