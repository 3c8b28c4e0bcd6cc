"""What the home page shows one reader; every figure, title and country in it is one that they may know of."""

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from case_studies.models import CaseStudyIndexPage
from portal.access.readers import reader_of
from portal.core.languages import in_alphabet, reading_language
from portal.home.questions import CASES, questions_with_figures
from portal.search.engines import engine
from portal.search.query import RecordQuery

LATEST = 3


def overview_for(request):
    """The context of the home page beside the page itself: questions, countries, latest cases, ways to take part."""

    def found(kind="", size=1, **parameters):
        given = QueryDict(mutable=True)
        given.update(parameters)
        query = RecordQuery.from_parameters(given, kind=kind)
        query.page_size = size
        query.hits_are_real = True
        return engine().search(query, request.user, reading_language())

    cases = found(CASES, LATEST)
    return {
        "questions": questions_with_figures(cases, lambda words: found(q=words).total),
        "latest": cases.hits,
        "countries": _countries(cases),
        "ways": _ways(request.user),
    }


def _countries(cases):
    """The countries of which there are case studies, in the alphabet of the reader's language."""
    countries = [hits.value for hits in cases.facets.get("country", ())]
    return [{"key": each.value, "label": each.label} for each in sorted(countries, key=_place)]


def _place(country):
    return in_alphabet(country.label)


def _ways(user):
    """Pairs of label and address: how this reader can contribute now. Forms for members are not there yet."""
    if not reader_of(user).is_editor:
        return [] if user.is_authenticated else [(_("Sign in to contribute"), reverse("account_login"))]
    index = CaseStudyIndexPage.objects.filter(locale__language_code=reading_language()).first()
    if index is None:
        return []
    add_page = reverse("wagtailadmin_pages:add", args=("case_studies", "casestudypage", index.pk))
    return [(_("Share a case"), add_page)]
