"""Lessons of case studies, each findable on its own, of those cases whose details the reader may read."""

from collections import Counter, defaultdict
from copy import copy
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from case_studies.models import CaseStudyLesson, CaseStudyPage
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language, under_prefix, without_prefix
from portal.search.engines import engine
from portal.search.engines.result import FacetHits, Result
from portal.search.models import RecordFacet
from portal.search.query import SHOWN, RecordQuery, facet_labels
from portal.search.stored_values import stored_values

from .lesson_words import matching

KIND = "case_study"
FACETS = ("sector", "country")
MOST_CASES = 100
"""Of a search, the best case studies whose lessons are looked at."""


@dataclass(frozen=True)
class Lesson:
    """A lesson as it is looked for: `number` counts within its case study, whose identity `key` finds the case."""

    pk: int
    key: UUID
    page_id: int
    number: int
    text: str
    lang: str


@dataclass(frozen=True)
class LessonRow:
    """A lesson as a list prints it."""

    text: str
    url: str
    lang: str
    record_title: str
    facts: list[tuple[str, str]]
    key: UUID


@dataclass
class LessonQuery:
    """The lessons that a RecordQuery asks for, as far as `user` may read them, as a Result of the search."""

    query: RecordQuery
    user: Any
    notices: list[str] = field(default_factory=list)

    def result(self) -> Result:
        """One page of LessonRows, with counts of lessons by sector and country. Constant in queries."""
        lessons = self._lessons()
        any_word = False
        if self.query.expression:
            lessons, any_word = self._answering(lessons)
        values = self._values_by_case()
        chosen, excluded = self._known(self.query.chosen, values), self._known(self.query.excluded, values)
        shown = [lesson for lesson in lessons if _fits(values[lesson.key], chosen, excluded)]
        size = self.query.page_size
        pages = max(1, -(-len(shown) // size))
        page = min(self.query.page, pages)
        return Result(
            hits=_rows(shown[(page - 1) * size : page * size]),
            total=len(shown),
            page=page,
            pages=pages,
            facets={facet: _counts(facet, lessons, values, chosen, excluded) for facet in FACETS},
            any_word=any_word,
            notices=[*self.query.notices, *self.notices],
            chosen=chosen,
            excluded=excluded,
        )

    def _lessons(self):
        """All that the reader may read, newest case first, each case in one language: the reader's, else its own."""
        pages = {}
        for page in self._pages():
            best = pages.setdefault(page["translation_key"], page)
            if best is not page and page["locale__language_code"] == reading_language():
                pages[page["translation_key"]] = page
        by_page = defaultdict(list)
        for row in CaseStudyLesson.objects.filter(case_study__in=self._visible()).order_by("sort_order", "pk"):
            by_page[row.case_study_id].append(row)
        return [
            Lesson(row.pk, key, page["pk"], number, row.text, page["locale__language_code"])
            for key, page in pages.items()
            for number, row in enumerate(by_page[page["pk"]], 1)
        ]

    def _visible(self):
        pages, query = CaseStudyPage.objects.visible_to(self.user, Zone.DETAILS), self.query
        if query.first_year is not None:
            pages = pages.filter(Q(to_year__gte=query.first_year) | Q(to_year=None, from_year__gte=query.first_year))
        return pages if query.last_year is None else pages.filter(from_year__lte=query.last_year)

    def _pages(self):
        fields = ("pk", "translation_key", "locale__language_code")
        return self._visible().order_by("-first_published_at", "slug", "pk").values(*fields)

    def _answering(self, lessons):
        """The lessons that have the words, of the case studies that the search finds best."""
        query = copy(self.query)
        query.chosen, query.excluded = {}, {}
        query.sort, query.page, query.page_size = "relevance", 1, MOST_CASES
        found = engine().search(query, self.user, reading_language())
        if found.total > MOST_CASES:
            self.notices.append(_("Only the lessons of the %d best case studies were looked at.") % MOST_CASES)
        order = {hit.key: number for number, hit in enumerate(found.hits)}
        candidates = sorted((each for each in lessons if each.key in order), key=lambda each: order[each.key])
        return matching(candidates, self.query.expression)

    def _values_by_case(self):
        """The ids of the sectors and countries (and those above them) by the key of the readable case studies."""
        readable = RecordIdentity.objects.visible_to(self.user, Zone.DETAILS).filter(kind=KIND)
        rows = RecordFacet.objects.filter(document__identity__in=readable, value__facet__in=FACETS)
        found = defaultdict(set)
        for key, value in rows.values_list("document__identity", "value"):
            found[key].add(value)
        return found

    def _known(self, asked, values):
        """Of the asked values by facet the StoredValues that a readable case study has; the others are said."""
        used, found = set().union(*values.values()), {}
        index = {(each.facet, each.value): each for each in stored_values().values() if each.id in used}
        for facet, names in asked.items():
            for name in names:
                if stored := index.get((facet, name)):
                    found.setdefault(facet, []).append(stored)
                elif facet not in FACETS:
                    self.notices.append(_("“%s” is not something to filter by; it was ignored.") % facet)
                else:
                    words = {"value": name[:SHOWN], "facet": facet_labels()[facet]}
                    self.notices.append(_("“%(value)s” is not known under “%(facet)s”; it was ignored.") % words)
        return found


def _fits(values, chosen, excluded):
    """Whether a case with these values has one of each chosen facet's and none that is excluded."""
    has = all(any(each.id in values for each in wanted) for wanted in chosen.values())
    return has and not any(each.id in values for unwanted in excluded.values() for each in unwanted)


def _counts(facet, lessons, values, chosen, excluded):
    """FacetHits of the lessons, with the facet's own filter lifted, most first."""
    others = {name: wanted for name, wanted in chosen.items() if name != facet}
    numbers = Counter(lesson.key for lesson in lessons if _fits(values[lesson.key], others, excluded))
    counts = Counter()
    for key, number in numbers.items():
        counts.update(dict.fromkeys(values[key], number))
    stored = stored_values()
    hits = [FacetHits(stored[pk], count) for pk, count in counts.items() if stored[pk].facet == facet]
    hits += [FacetHits(each, 0) for each in chosen.get(facet, ()) if each.id not in counts]
    return sorted(hits, key=lambda each: (-each.count, each.value.label, each.value.value))


def _rows(lessons):
    """The LessonRows of one page."""
    pages = CaseStudyPage.objects.select_related("locale").prefetch_related("countries")
    pages = pages.in_bulk({lesson.page_id for lesson in lessons})
    return [_row(lesson, pages[lesson.page_id]) for lesson in lessons]


def _row(lesson, page):
    facts = [(_("Where"), ", ".join(country.label for country in page.countries.all())), (_("When"), page.years)]
    return LessonRow(
        text=lesson.text,
        url=f"{under_prefix(without_prefix(page.get_url()))}#lesson-{lesson.number}",
        lang=lesson.lang,
        record_title=page.title,
        facts=[(label, str(text)) for label, text in facts if text],
        key=lesson.key,
    )
