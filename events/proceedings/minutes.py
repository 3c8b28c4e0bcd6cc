"""The minutes that are told: lines of a session that whoever runs the event released, in the wording that they saw."""

import hashlib
import json
from collections import defaultdict

from events.capture.queries import minutes_of
from events.capture.reading import sessions_in
from events.proceedings.structure import MinuteSaid
from portal.access.queries import visible_to
from portal.directory.models import Organisation


def wording_of(line) -> str:
    """A digest of what proceedings tell of a line: another one when it says something else."""
    return digest_of([line.text, line.language, line.attributed_to and line.attributed_to.key.hex])


def digest_of(said) -> str:
    """A digest of plain values."""
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def minutes_told(page, chosen, user) -> tuple[MinuteSaid, ...]:
    """Those that an Arrangement (`chosen`) releases, for `user`, who may read the event; none while more people read
    the event than they were looked at for, and none that says something else since. At most two queries."""
    if not chosen.minutes or not chosen.is_checked_for(page.identity.details_to):
        return ()
    lines = [line for line in minutes_of(page.key) if chosen.minutes.get(line.pk.hex) == wording_of(line)]
    known = known_organisations({line.attributed_to.key for line in lines if line.attributed_to}, user)
    return tuple(_minute(line, known) for line in lines)


def lines_by_session(page) -> list:
    """Pairs of a NamedSession of an event page and the lines of it that are minutes, of those that have any: for who
    runs the event."""
    found = defaultdict(list)
    for line in minutes_of(page.key):
        found[line.session_key].append(line)
    return [(session, found[session.key]) for session in sessions_in(page) if session.key in found] if found else []


def released_still(key, chosen) -> set[str]:
    """The keys (hex) of the minutes of the event that stand and are told: what was published of others is told no
    more."""
    return {line.pk.hex for line in minutes_of(key) if line.pk.hex in chosen.minutes} if chosen.minutes else set()


def known_organisations(keys, user) -> set[str]:
    """The keys (hex) of the organisations, of those with these keys, that `user` may know of."""
    if not keys:
        return set()
    rows = visible_to(Organisation.objects.live(), user).filter(key__in=keys)
    return {key.hex for key in rows.values_list("key", flat=True)}


def _minute(line, known):
    """Who said it stands there only where that was ticked and is an organisation: never what was typed as a name."""
    said_by = line.attributed_to if line.attributed_to and line.attributed_to.key.hex in known else None
    return MinuteSaid(
        key=line.pk.hex,
        text=line.text,
        lang=line.language,
        session=line.session_key.hex,
        organisation=said_by.short_name if said_by else "",
        organisation_key=said_by.key.hex if said_by else "",
    )
