from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.languages import in_alphabet
from portal.desk.queries.countries import country_named
from portal.desk.queries.imsma import imsma_for, keys_read
from portal.records.reads import note_read
from portal.search.figures import Figures
from portal.search.query import unknown_value
from practices.holdings.answers import answered


@require_safe
def imsma(request):
    """What part of IMSMA may go to whom, usually and as owners stated; of one country with `?country=irq`."""
    asked = request.GET.get("country", "")
    chosen = country_named(asked, request.user)
    country = chosen.key if chosen else None
    context = {
        "rows": imsma_for(request.user, country),
        "answered": answered(request.user, country),
        "country": chosen,
        "countries": _countries(request.user),
        "notices": [unknown_value("country", asked)] if asked and not chosen else [],
    }
    if request.user.is_authenticated:
        note_read(request, *keys_read(request.user, country))
    return render(request, "desk/imsma.html", context)


def _countries(user):
    """The values of the countries of which the reader may know a holding, in the reader's alphabet."""
    values = Figures(user).values("country", ["holding"]).values()
    return sorted(values, key=lambda value: in_alphabet(value.label))
