"""The database's page of lessons is the page that one gets by looking at all of them, one by one."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.utils.translation import override
from wagtail.models import Locale

from case_studies.models import CaseStudyLesson
from portal.access.enums import Level
from portal.desk.lessons.matches import LessonMatches
from portal.desk.lessons.rows import lessons_of, readable_pages
from portal.desk.lessons.search import lesson_query
from portal.desk.lessons.whole_list import AllLessons
from portal.search.stored_values import stored_values
from portal.taxonomy.models import Country, Sector
from tests.desk.test_lessons import case_with
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide
from tests.factories.taxonomy import SectorFactory

pytestmark = pytest.mark.django_db


def world():
    """Cases of no, one and many lessons, in one or two languages, on each level; the organisation that owns one."""
    owner, sectors, countries = OrganisationFactory(), list(Sector.objects.all()[:4]), list(Country.objects.all()[:3])
    sectors.append(SectorFactory(parent=sectors[0]))
    for number in range(24):
        texts = [f"Lesson {number}-{each}." for each in (number % 7) * "x"]
        terms = {"sectors": [sectors[number % 5]], "countries": countries[: number % 4]}
        level = [Level.PUBLIC, Level.PUBLIC, Level.MEMBERS, Level.OWNER][number % 4]
        page = case_with(*texts, title=f"Case {number}", from_year=2000 + number, **terms)
        decide(page, listed_to=level, owner=owner)
        if number % 3 == 0:
            _translate(page, [] if number % 2 else ["Une leçon.", "Deux leçons."])
    return owner


def _translate(page, texts):
    french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
    french.lessons.set([CaseStudyLesson(text=text, sort_order=n, locale=french.locale) for n, text in enumerate(texts)])
    french.save_revision().publish()


def by_facet(values):
    found = {}
    for value in values:
        found.setdefault(value.facet, []).append(value)
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_page_is_the_same_as_by_hand(language):
    owner, stored = world(), stored_values()
    sectors, countries = ([each for each in stored.values() if each.facet == facet] for facet in ("sector", "country"))
    chosen = [{}, by_facet(sectors[:2]), by_facet([sectors[0], countries[0]])]
    asked = [*((each, {}) for each in chosen), ({}, by_facet(sectors[:1]))]
    compared = []
    for user in (AnonymousUser(), member_of(), member_of(owner, focal_point=True), editor()):
        for parameters in ("", "page=2", "page=9", "from=2005&to=2015", "to=1990"):
            query = lesson_query(QueryDict(parameters))
            readable = readable_pages(user, query.first_year, query.last_year)
            with override(language):
                by_hand = LessonMatches(lessons_of(readable), False)
                for each in asked:
                    ours, theirs = (source.part(query, stored, *each) for source in (AllLessons(readable), by_hand))
                    assert (ours.lessons, ours.total, ours.counts) == (theirs.lessons, theirs.total, theirs.counts)
                    compared.append(len(ours.lessons))

    assert set(compared) >= {0, 20}
