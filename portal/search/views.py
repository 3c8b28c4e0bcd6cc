from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.languages import reading_language

from .asked_before import note_search, popular_searches, recent_searches
from .audience import rank_of
from .counting import FOUND
from .listing import listing_for
from .query import RecordQuery
from .suggestions import suggest


@require_safe
def search(request):
    """Everything that can be found, by words and facets; all state is in the address."""
    listing = listing_for(request)
    asks = bool(listing.query_text or listing.selected or listing.whom_to_ask)
    context = {"listing": listing} if asks else {"listing": listing, **_offered(request)}
    response = render(request, "search/search.html", context)
    if listing.query_text and set(request.GET) == {"q"}:
        note_search(request, listing.query_text)
        response[FOUND] = str(listing.total)
    return response


def _offered(request):
    """What somebody may ask who has asked for nothing yet."""
    return {"recent": recent_searches(request), "popular": popular_searches(rank_of(request.user))}


@require_safe
def suggestions(request):
    """Suggestions for what was typed so far, as JSON; none where it asks whether a place is safe."""
    typed = RecordQuery.from_parameters(request.GET).text
    found = suggest(typed, request.user, reading_language())
    return JsonResponse({"suggestions": [vars(each) for each in found]})
