from dataclasses import dataclass
from typing import Any

from django.shortcuts import render
from django.views.decorators.http import require_safe

from events.actions.reading import rows_by_key
from events.actions.rights import may_open
from portal.search.listing import listing_for

KIND = "action"


@dataclass(frozen=True)
class ListedAction:
    """A hit of the search, with what the page reckons for today."""

    hit: Any
    row: Any


@require_safe
def action_list(request):
    """All actions that the reader may know of; who may change some can tick them."""
    listing = listing_for(request, kind=KIND)
    rows = rows_by_key([hit.key for hit in listing.hits], request.user)
    # What was taken away since the hits were found is in none of them.
    listing.hits = [ListedAction(hit, rows[hit.key]) for hit in listing.hits if hit.key in rows]
    context = {
        "listing": listing,
        "may_open": may_open(request.user),
        "may_change_some": any(each.row.may_change for each in listing.hits),
        "query": request.GET.urlencode(),
    }
    return render(request, "actions/list.html", context)
