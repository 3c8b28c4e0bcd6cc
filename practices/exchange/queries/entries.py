"""The holdings, needs and flows that somebody may know of."""

from django.db import connection

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import VISITOR, reader_of
from portal.core.generation import generation
from portal.core.languages import reading_language
from practices.exchange.entries import NOBODY, Entries
from practices.exchange.queries.stock import KINDS, stock_of_all

_kept: dict[tuple[str, bool], tuple[str, Entries]] = {}
"""By language, and whether it is what visitors may know of: the generation, and the Entries."""
ORGANISATION = "organisation"


def entries_for(user) -> Entries:
    """The Entries of `user`: a constant number of queries, however many there are.

    Everything is kept in memory until anything is written; of it each gets what they may know of, which is asked each
    time, and only of visitors kept, since they all may know the same.
    """
    # Inside a transaction nothing is kept: it might be taken back, and leaves one mark for all that it writes.
    now = "" if connection.in_atomic_block else generation()
    if reader_of(user) == VISITOR:
        return _keeping(True, now, lambda: _known(_stock(now), user))
    return _known(_stock(now), user)


def _stock(now):
    return _keeping(False, now, stock_of_all)


def _keeping(is_of_visitors, now, read):
    """What was kept of this generation, else what `read()` gives."""
    if not now:
        return read()
    place = reading_language(), is_of_visitors
    if _kept.get(place, ("", None))[0] != now:
        _kept[place] = now, read()
    return _kept[place][1]


def _known(everything, user):
    """Of all Entries those that `user` may know of; the platform of a flow only where they may read its details."""
    known = _keys(user, Zone.CARD, *KINDS, ORGANISATION)
    readable = _keys(user, Zone.DETAILS, "flow")
    entries = Entries(
        holdings=[each for each in everything.holdings if each.key in known],
        needs=[each for each in everything.needs if each.key in known],
        flows=[_told(each, readable) for each in everything.flows if each.key in known],
        closed=[(key, state) for key, state in everything.closed if key in known],
    )
    named = NOBODY.union(*(each.parties for each in entries.all))
    entries.parties.update((pk, _party(everything.parties[pk], known)) for pk in named)
    return entries


def _keys(user, zone, *kinds):
    rows = RecordIdentity.objects.visible_to(user, zone).filter(kind__in=kinds)
    return frozenset(rows.order_by().values_list("key", flat=True))


def _told(flow, readable):
    return flow if flow.through is None or flow.key in readable else flow._replace(through=None)


def _party(party, known):
    return party if party.key in known else party.unlisted
