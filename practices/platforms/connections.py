"""What a list of platforms says each is connected to: for each reader, since it names other entries."""

from dataclasses import replace

from django.utils.translation import gettext as _

from portal.records.from_to import shortened
from practices.platforms.bridge_sides import sides_of


def with_connections(listing, user):
    """The Listing with one more fact in each row: the names of the platforms that a bridge leads to or comes from."""
    sides = sides_of([hit.key for hit in listing.hits], user)
    return replace(listing, hits=[_connected(hit, sides.get(hit.key, ())) for hit in listing.hits])


def _connected(hit, sides):
    names = dict.fromkeys(side.end.title if side.end else side.bridge.words for side in sides)
    if not names:
        return hit
    return replace(hit, facts=[*hit.facts, (_("Connects to"), shortened(names))])
