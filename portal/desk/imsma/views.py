from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.languages import in_alphabet
from portal.desk.countries.reading import country_asked
from portal.desk.imsma.reading import imsma_for, keys_read, parts_of
from portal.records.reads import note_read
from portal.search.figures import Figures
from practices.holdings.answers import answered


@require_safe
def imsma(request):
    """What part of IMSMA may go to whom, usually and as owners stated; of one country with `?country=irq`."""
    figures = Figures(request.user)
    chosen, notices = country_asked(request.GET, request.user, figures)
    country = chosen.key if chosen else None
    context = {
        "parts": parts_of(imsma_for(request.user, country)),
        "answered": answered(request.user, country),
        "country": chosen,
        "countries": _countries(figures),
        "notices": notices,
    }
    note_read(request, *keys_read(request.user, country))
    return render(request, "desk/imsma.html", context)


def _countries(figures):
    """The values of the countries of which the reader may know a holding, in the reader's alphabet."""
    values = figures.values("country", ["holding"]).values()
    return sorted(values, key=lambda value: in_alphabet(value.label))
