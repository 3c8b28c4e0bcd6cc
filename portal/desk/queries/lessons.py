"""Lessons of case studies, each findable on its own, of those cases whose details the reader may read."""

from collections import Counter, defaultdict
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.search.analysis import clean
from portal.search.engines import engine
from portal.search.engines.result import FacetHits, Result
from portal.search.models import RecordFacet
from portal.search.query import SHOWN, RecordQuery, facet_labels
from portal.search.stored_values import stored_values

from .lesson_rows import readable_lessons, rows_of
from .lesson_words import matching

KIND = "case_study"
FACETS = ("sector", "country")
PARAMETERS = {"q", "from", "to", "page", *FACETS, *(f"{facet}!" for facet in FACETS)}
MOST_CASES = 100
"""Of a search, the best case studies whose lessons are looked at."""


def lesson_query(parameters: QueryDict) -> RecordQuery:
    """What an address asks of the lessons; what it cannot ask is ignored, and notices say so."""
    known = QueryDict(mutable=True)
    for name in parameters.keys() & PARAMETERS:
        known.setlist(name, parameters.getlist(name))
    query = RecordQuery.from_parameters(known, kind=KIND)
    ignored = [clean(name, SHOWN) for name in parameters if name not in PARAMETERS]
    query.notices += [_("“%s” is not something to filter by; it was ignored.") % name for name in ignored]
    return query


@dataclass
class LessonSearch:
    """The lessons that `query` asks for, as far as `user` may read them."""

    query: RecordQuery
    user: Any
    notices: list[str] = field(default_factory=list)

    def result(self) -> Result:
        """One page of LessonRows, with counts of lessons by sector and country; a constant number of queries."""
        lessons, any_word = self._answering()
        chosen, excluded = self._known(self.query.chosen), self._known(self.query.excluded)
        shown = [lesson for lesson in lessons if self._fits(lesson, chosen, excluded)]
        size = self.query.page_size
        pages = max(1, -(-len(shown) // size))
        page = min(self.query.page, pages)
        part = shown[(page - 1) * size : page * size]
        return Result(
            hits=rows_of(part, self._countries(part), self.query.expression.matched_words()),
            total=len(shown),
            page=page,
            pages=pages,
            facets={facet: self._counts(facet, lessons, chosen, excluded) for facet in FACETS},
            any_word=any_word,
            notices=[*self.query.notices, *self.notices],
            chosen=chosen,
            excluded=excluded,
        )

    def _answering(self):
        """The lessons that have the words, best first, of the cases that the search finds best; all without words."""
        query, expression = self.query, self.query.expression
        lessons = readable_lessons(self.user, query.first_year, query.last_year)
        if not expression:
            return lessons, False
        wide = copy(query)
        wide.chosen, wide.excluded, wide.notices = {}, {}, []
        # A word to leave out may stand elsewhere in the case.
        wide.expression = copy(expression)
        wide.expression.without = []
        wide.sort, wide.page, wide.page_size = "relevance", 1, MOST_CASES
        found = engine().search(wide, self.user, reading_language())
        if found.total > MOST_CASES:
            self.notices.append(_("Only the lessons of the %d best case studies were looked at.") % MOST_CASES)
        keys = {hit.key for hit in found.hits}
        return matching([lesson for lesson in lessons if lesson.key in keys], expression)

    @cached_property
    def _values(self):
        """The StoredValues of sector and country, and of those above them, by the key of the readable case studies."""
        readable = RecordIdentity.objects.visible_to(self.user, Zone.DETAILS).filter(kind=KIND)
        rows = RecordFacet.objects.filter(document__identity__in=readable, value__facet__in=FACETS)
        stored, found = stored_values(), defaultdict(dict)
        for key, value in rows.values_list("document__identity", "value").order_by("pk"):
            found[key][value] = stored[value]
        return found

    def _known(self, asked):
        """Of the asked values, by facet, those that a readable case study has; the others are said."""
        index = {(each.facet, each.value): each for values in self._values.values() for each in values.values()}
        found = {}
        for facet, name in ((facet, name) for facet, names in asked.items() for name in names):
            if stored := index.get((facet, name)):
                found.setdefault(facet, []).append(stored)
            else:
                words = {"value": name[:SHOWN], "facet": facet_labels()[facet]}
                self.notices.append(_("“%(value)s” is not known under “%(facet)s”; it was ignored.") % words)
        return found

    def _fits(self, lesson, chosen, excluded):
        """Whether the case has one of each chosen facet's values and none that is excluded."""
        values = self._values[lesson.key]
        has = all(any(each.id in values for each in wanted) for wanted in chosen.values())
        return has and not any(each.id in values for unwanted in excluded.values() for each in unwanted)

    def _counts(self, facet, lessons, chosen, excluded):
        """FacetHits of the lessons, with the facet's own filter lifted, most first."""
        others = {name: wanted for name, wanted in chosen.items() if name != facet}
        counts, values = Counter(), {each.id: each for each in chosen.get(facet, ())}
        by_case = Counter(lesson.key for lesson in lessons if self._fits(lesson, others, excluded))
        for key, number in by_case.items():
            own = {pk: each for pk, each in self._values[key].items() if each.facet == facet}
            values |= own
            counts.update(dict.fromkeys(own, number))
        hits = [FacetHits(value, counts[pk]) for pk, value in values.items()]
        return sorted(hits, key=lambda each: (-each.count, each.value.label, each.value.value))

    def _countries(self, lessons):
        """The labels of the countries by the key of the case."""
        keys = {lesson.key for lesson in lessons}
        return {
            key: sorted(each.label for each in self._values[key].values() if each.facet == "country") for key in keys
        }
