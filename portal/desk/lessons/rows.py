"""Lessons as they are looked for, and as a list prints them."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from case_studies.models import CaseStudyLesson, CaseStudyPage
from portal.access.enums import Zone
from portal.core.languages import enumerated, reading_language, under_prefix
from portal.records.addresses import path_of
from portal.search.highlights import WIDTH, highlighted


@dataclass(frozen=True)
class Lesson:
    """A lesson of the case study with identity `key`, read in one of its languages; `number` counts within the case."""

    key: UUID
    page_id: int
    title: str
    lang: str
    number: int
    text: str


@dataclass(frozen=True)
class Part:
    """The lessons of one page, the StoredValues of their cases (by key of the case, then by primary key), how many
    lessons there are in all, and how many of these have each value, by its primary key."""

    lessons: list[Lesson]
    values: dict[UUID, dict]
    total: int
    counts: dict[int, int]


@dataclass(frozen=True)
class LessonRow:
    """A lesson as a list prints it; `text` has its matches marked, `facts` are pairs of label and text."""

    text: str
    url: str
    lang: str
    record_title: str
    facts: list[tuple[str, str]]
    key: UUID
    is_demo: bool = False


def readable_pages(user, first_year=None, last_year=None):
    """The case studies whose details `user` may read; the years are those that the case is about."""
    pages = CaseStudyPage.objects.visible_to(user, Zone.DETAILS)
    if first_year is not None:
        pages = pages.filter(Q(to_year__gte=first_year) | Q(to_year=None, from_year__gte=first_year))
    return pages if last_year is None else pages.filter(from_year__lte=last_year)


def lessons_of(pages) -> list[Lesson]:
    """The lessons of a queryset of few pages, newest case first; of a case in several languages those in the reader's,
    else in its own. One query."""
    order = ("-case_study__first_published_at", "case_study__slug", "sort_order", "pk")
    rows = CaseStudyLesson.objects.filter(case_study__in=pages).order_by(*order)
    fields = ("translation_key", "pk", "title", "locale__language_code")
    cases = defaultdict(dict)
    for *case, text in rows.values_list(*(f"case_study__{name}" for name in fields), "text"):
        key, page, title, lang = case
        lessons = cases[key].setdefault((lang != reading_language(), page), [])
        lessons.append(Lesson(key, page, title, lang, len(lessons) + 1, text))
    # The original has the lowest key of its pages.
    return [lesson for languages in cases.values() for lesson in languages[min(languages)]]


def rows_of(lessons, countries, words):
    """The LessonRows of these lessons. `countries` are labels by the case's key, `words` what is marked. One query."""
    pages = CaseStudyPage.objects.select_related("locale", "evidence").in_bulk({each.page_id for each in lessons})
    return [_row(lesson, pages[lesson.page_id], countries.get(lesson.key, ()), words) for lesson in lessons]


def _row(lesson, page, countries, words):
    evidence = page.evidence.label if page.evidence else ""
    marked = words and len(lesson.text) <= WIDTH and highlighted((lesson.text,), words, lesson.lang)
    return LessonRow(
        text=marked or lesson.text,
        url=f"{under_prefix(path_of(page))}#lesson-{lesson.number}",
        lang=lesson.lang,
        record_title=lesson.title,
        facts=[(_("Where"), enumerated(countries)), (_("When"), page.years), (_("Evidence"), evidence)],
        key=lesson.key,
        is_demo=page.is_demo,
    )
