from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.records.reads import note_read
from practices.exchange.asked import Asked
from practices.exchange.barriers import barriers_page
from practices.exchange.crossing import crossing_page
from practices.exchange.page import exchange_page
from practices.exchange.withheld import withheld_page


@require_safe
def exchange(request):
    """Who has what and who needs what: matrix, network and table of the same entries."""
    return _shown(request, "exchange/exchange.html", exchange_page(Asked.of(request.path, request.GET), request.user))


@require_safe
def platforms(request):
    """The bridges between platforms."""
    return _shown(request, "exchange/platforms.html", crossing_page(request.path, request.GET, request.user))


@require_safe
def withheld(request):
    """What is withheld from an audience, why, and what one can do."""
    return _shown(request, "exchange/withheld.html", withheld_page(request.path, request.GET, request.user))


@require_safe
def barriers(request):
    """What stands in the way of requests, and what one can do."""
    return render(request, "exchange/barriers.html", {"page": barriers_page(request.user, timezone.localdate())})


def _shown(request, template, page):
    note_read(request, *page.read)
    return render(request, template, {"page": page})
