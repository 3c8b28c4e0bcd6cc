"""What a list of platforms says each is connected to: for each reader, since it names other entries."""

from dataclasses import replace

from django.utils.translation import gettext as _

from portal.records.from_to import shortened
from practices.platforms.bridges import bridges_of


def with_connections(listing, user):
    """The Listing with one more fact in each row: the names of the platforms that a bridge leads to or comes from."""
    bridges = bridges_of([hit.key for hit in listing.hits], user)
    return replace(listing, hits=[_connected(hit, bridges.get(hit.key, ())) for hit in listing.hits])


def _connected(hit, bridges):
    names = dict.fromkeys(bridge.end.title if bridge.end else bridge.words for bridge in bridges)
    if not names:
        return hit
    return replace(hit, facts=[*hit.facts, (_("Connects to"), shortened(names))])
