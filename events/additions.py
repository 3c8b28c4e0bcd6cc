"""What apps to the right add to an event: under its sessions, in its row of one reader's list, on its page, and what
was declared there. They register it here; events ask for it here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from events.rights import runs
from portal.access.readers import takes_part
from portal.core.together import read_together


@dataclass(frozen=True)
class UnderSession:
    """One sort of what came out of a session: its heading, and `rows(event_key, user)`, which gives a queryset of what
    began at an event, only of entries of which `user` may know: of each `key_of_it`, `session_of_it` (None: the event
    as a whole), and `began` and `place`, by which the oldest comes first."""

    label: Any
    rows: Callable[[UUID, Any], QuerySet]


_under: list[UnderSession] = []
_on_page: dict[str, Callable[[Any, bool], Any]] = {}
_told: list[Callable[[Iterable[UUID], Any], dict[UUID, tuple[Any, str]]]] = []
_declared: list[Callable[[set[UUID]], Iterable[tuple[UUID, UUID]]]] = []


def on_session(label, rows):
    """Registers something that is shown under each session."""
    _under.append(UnderSession(label, rows))


def on_listed(read):
    """Registers `read(event_keys, user)`, which gives by key a pair of label and text for the rows of a list: of what
    `user` may know of, since a row that is the same for all must not count what some may not know of."""
    _told.append(read)


def on_page(name, read):
    """Registers `read(page, is_run)` for who may read the details of an event, and perhaps runs it: what its page shows
    besides, under the name by which its template knows it."""
    _on_page[name] = read


def beside_of(page, user):
    """`{name: what is shown}` of all that is registered for the page of an event. Whether its reader runs it is asked
    once; visitors run nothing."""
    is_run = takes_part(user) and runs(user, page.read_identity)
    return {name: read(page, is_run) for name, read in _on_page.items()}


def told_of(event_keys, user):
    """`{event key: [(label, text)]}` of all that is registered for rows of one reader's list."""
    found = {}
    for read in _told:
        for key, pair in read(event_keys, user).items():
            found.setdefault(key, []).append(pair)
    return found


def born(rows, *, key, session, began):
    """A queryset of what began at an event as UnderSession says it; `key`, `session` and `began` are the names of the
    fields."""
    said = {"key_of_it": F(key), "session_of_it": F(session), "began": F(began), "place": F("pk")}
    return rows.annotate(**said).only("pk")


def began_at(event_key, user) -> list[dict[UUID, UUID | None]]:
    """Of each sort of what came out of an event, by key of an entry the key of its session, the oldest first; of one in
    several languages as the oldest says. One query."""
    return [_sessions(rows) for rows in read_together(*(sort.rows(event_key, user) for sort in _under))]


def under_sessions(began, ends):
    """`{session key: [(heading, Ends)]}` of an event; None stands for the event as a whole. `began` is what `began_at`
    gave, `ends` are by key the Ends of those of which the reader may know."""
    found = {}
    for sort, sessions in zip(_under, began, strict=True):
        for session, group in _by_session(sessions, ends).items():
            found.setdefault(session, []).append((sort.label, group))
    return found


def _sessions(rows):
    found = {}
    for row in sorted(rows, key=lambda row: (row.began.timestamp() if row.began else 0, row.place)):
        found.setdefault(row.key_of_it, row.session_of_it)
    return found


def _by_session(sessions, ends):
    found = {}
    for key, session in sessions.items():
        if key in ends:
            found.setdefault(session, []).append(ends[key])
    return found


def on_declared(read):
    """Registers `read(event_keys)`, which gives pairs of the key of an event and that of an entry that was declared
    there without saying so itself, whoever may know of either: who asks decides what of it is told."""
    _declared.append(read)


def declared_at(event_keys) -> set[tuple[UUID, UUID]]:
    """The pairs of all that is registered."""
    return {pair for read in _declared for pair in read(set(event_keys))}
