"""Lessons of case studies, each findable on its own, of those cases whose details the reader may read."""

from copy import copy
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.core.languages import reading_language
from portal.search.audience import visible_to
from portal.search.engines import engine
from portal.search.engines.result import Result
from portal.search.named_filters import settle
from portal.search.query import RecordQuery, ignored, unknown_value
from portal.search.stored_values import stored_values

from .facets import FACETS, KIND, countries_of, facet_hits, known_values
from .matches import LessonMatches
from .rows import lessons_of, readable_pages, rows_of
from .whole_list import AllLessons
from .words import matching

PARAMETERS = {"q", "from", "to", "page", *FACETS, *(f"{facet}!" for facet in FACETS)}
MOST_CASES = 100
"""Of a search, the best case studies whose lessons are looked at."""


def lesson_query(parameters: QueryDict) -> RecordQuery:
    """What an address asks of the lessons; what it cannot ask is ignored, and notices say so."""
    known = QueryDict(mutable=True)
    for name in parameters.keys() & PARAMETERS:
        known.setlist(name, parameters.getlist(name))
    query = RecordQuery.from_parameters(known, kind=KIND)
    query.notices += [ignored(name) for name in parameters if name not in PARAMETERS]
    return query


@dataclass
class LessonSearch:
    """The lessons that `query` asks for, as far as `user` may read them, with the words that match marked."""

    query: RecordQuery
    user: Any
    is_marked: bool = True
    notices: list[str] = field(default_factory=list)

    def result(self) -> Result:
        """One page of LessonRows, with counts of lessons by sector and country; a constant number of queries."""
        if self.query.is_refused:
            return Result.of_refused(self.query)
        settle(self.query, visible_to(self.user), FACETS)
        query, stored = self.query, stored_values()
        source = self._matches() if query.expression else AllLessons(self._readable())
        chosen, excluded = self._known(stored)
        part = source.part(query, stored, chosen, excluded)
        return Result(
            hits=rows_of(part.lessons, countries_of(part), self.is_marked and query.expression.matched_words()),
            total=part.total,
            page=query.page_of(part.total),
            pages=query.pages_of(part.total),
            facets={facet: facet_hits(facet, part.counts, stored, chosen) for facet in FACETS},
            any_word=source.any_word,
            all_words=part.total if query.expression.any_word or not source.any_word else 0,
            notices=[*query.notices, *self.notices],
            chosen=chosen,
            excluded=excluded,
        )

    def _readable(self):
        return readable_pages(self.user, self.query.first_year, self.query.last_year)

    def _matches(self):
        """The lessons that have the words, best first, of the cases that the search finds best."""
        wide = copy(self.query)
        wide.chosen, wide.excluded, wide.notices = {}, {}, []
        # A word to leave out may stand elsewhere in the case.
        wide.expression = copy(self.query.expression)
        wide.expression.without = []
        wide.sort, wide.page, wide.page_size = "relevance", 1, MOST_CASES
        found = engine().search(wide, self.user, reading_language())
        if found.total > MOST_CASES:
            self.notices.append(_("Only the lessons of the %d best case studies were looked at.") % MOST_CASES)
        pages = self._readable().filter(translation_key__in={hit.key for hit in found.hits})
        return LessonMatches(*matching(lessons_of(pages), self.query.expression))

    def _known(self, stored):
        """Of the values to have and of those not to have, by facet, those that a readable case study has; the others
        are said."""
        given = (self.query.chosen, self.query.excluded)
        asked = [[(facet, name) for facet, names in each.items() for name in names] for each in given]
        known = known_values(self.user, {*asked[0], *asked[1]}, stored)
        for facet, name in (pair for each in asked for pair in each if pair not in known):
            self.notices.append(unknown_value(facet, name))
        return [_by_facet(known[pair] for pair in each if pair in known) for each in asked]


def _by_facet(values):
    found = {}
    for value in values:
        found.setdefault(value.facet, []).append(value)
    return found
