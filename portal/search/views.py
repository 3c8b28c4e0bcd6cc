from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.languages import reading_language

from .listing import listing_for
from .query import RecordQuery
from .suggestions import suggest


@require_safe
def search(request):
    """Everything that can be found, by words and facets; all state is in the address."""
    return render(request, "search/search.html", {"listing": listing_for(request)})


@require_safe
def suggestions(request):
    """Suggestions for what was typed so far, as JSON; none where it asks whether a place is safe."""
    typed = RecordQuery.from_parameters(request.GET).text
    found = suggest(typed, request.user, reading_language())
    return JsonResponse({"suggestions": [vars(each) for each in found]})
