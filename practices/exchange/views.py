from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.records.reads import note_read
from practices.exchange.asked import Asked
from practices.exchange.page import exchange_page


@require_safe
def exchange(request):
    """Who has what and who needs what: matrix, network and table of the same entries."""
    page = exchange_page(Asked.of(request.path, request.GET), request.user)
    if request.user.is_authenticated:
        note_read(request, *page.read)
    return render(request, "exchange/exchange.html", {"page": page})


@require_safe
def platforms(request):
    return render(request, "exchange/platforms.html", {})


@require_safe
def withheld(request):
    return render(request, "exchange/withheld.html", {})
