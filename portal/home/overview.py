"""What the home page shows one reader; every figure, title and country in it is one that they may know of."""

from django.urls import reverse
from django.utils.translation import gettext as _

from case_studies.models import CaseStudyIndexPage
from events.coming import next_event
from portal.access.readers import reader_of
from portal.core.languages import in_alphabet, reading_language
from portal.home.answers import questions_for
from portal.search.figures import Figures, Newest
from portal.search.kept import kept_for_reader

CASES = "case_study"
LATEST = 3
OF_COUNTRIES = ("holding", "need", "flow", CASES)
"""The kinds that a country's page shows."""


def overview_for(request):
    """The context of the home page beside the page itself: questions, countries, latest cases, ways to take part; kept
    for who signed in."""
    return kept_for_reader(request.user, "home", "", lambda: _overview_for(request))


def _overview_for(request):
    figures = Figures(request.user)
    return {
        "questions": questions_for(request.user, figures),
        "latest": figures.newest({CASES: Newest(CASES, only_real=True)}, LATEST)[CASES],
        "countries": _countries(figures),
        "next_event": next_event(request.user),
        "ways": _ways(request.user),
    }


def _countries(figures):
    """The countries of which something is known, in the alphabet of the reader's language."""
    countries = figures.values("country", OF_COUNTRIES).values()
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
