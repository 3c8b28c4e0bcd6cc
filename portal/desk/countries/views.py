from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.desk.countries.reading import country_asked, country_named, country_page, country_rows, country_url
from portal.records.reads import note_read
from portal.search.figures import Figures
from portal.search.query import ignored


@require_safe
def country_list(request):
    """All countries, with what the reader may know of each; `?country=irq` leads to the page of one."""
    figures = Figures(request.user)
    chosen, notices = country_asked(request.GET, request.user, figures)
    if chosen:
        return redirect(country_url(chosen.key))
    known, unknown = country_rows(request.user, figures)
    return render(request, "desk/country_list.html", {"known": known, "unknown": unknown, "notices": notices})


@require_safe
def country_detail(request, key):
    """What the reader may know of a country, and whom to ask there."""
    figures = Figures(request.user)
    term = country_named(key, request.user, figures)
    if term is None:
        raise Http404
    if term.key != key:
        return redirect(country_url(term.key), permanent=True)
    country = country_page(term, request.user, figures)
    note_read(request, *(each.key for each in country.contacts if each.is_readable))
    note_read(request, *(hit.key for part in country.parts for hit in part.hits if hit.shows_details))
    notices = [ignored(name) for name in request.GET]
    return render(request, "desk/country.html", {"country": country, "notices": notices})
