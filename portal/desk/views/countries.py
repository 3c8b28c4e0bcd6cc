from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.desk.queries.countries import country_named, country_page, country_rows, country_url
from portal.records.reads import note_read


@require_safe
def country_list(request):
    """All countries, with what the reader may know of each; `?country=irq` leads to the page of one."""
    if chosen := country_named(request.GET.get("country", ""), request.user):
        return redirect(country_url(chosen.key))
    known, unknown = country_rows(request.user)
    return render(request, "desk/country_list.html", {"known": known, "unknown": unknown})


@require_safe
def country_detail(request, key):
    """What the reader may know of a country, and whom to ask there."""
    term = country_named(key, request.user)
    if term is None:
        raise Http404
    if term.key != key:
        return redirect(country_url(term.key), permanent=True)
    country = country_page(term, request.user)
    note_read(request, *(each.key for each in country.contacts if each.is_readable))
    note_read(request, *(hit.key for part in country.parts for hit in part.hits if hit.shows_details))
    return render(request, "desk/country.html", {"country": country})
