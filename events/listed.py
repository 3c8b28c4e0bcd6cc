"""What the list of events tells of each one to its reader alone."""

from dataclasses import replace

from events.additions import told_of


def with_told(listing, user):
    """The Listing with what the apps to the right of events tell of each, of what `user` may know of. A constant number
    of queries."""
    told = told_of([hit.key for hit in listing.hits], user) if listing.hits else {}
    return replace(listing, hits=[replace(hit, facts=[*hit.facts, *told.get(hit.key, ())]) for hit in listing.hits])
