"""What stands under the sessions of an event and in its row of a reader's list, told by the apps to the right of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from portal.linkage.ends import ends_for


@dataclass(frozen=True)
class UnderSession:
    """One sort of what came out of a session: its heading, and `read(event_key, user)`, which gives by the key of an
    entry that of the session (None: the event as a whole), only of entries of which `user` may know."""

    label: Any
    read: Callable[[UUID, Any], dict[UUID, UUID | None]]


_under: list[UnderSession] = []
_on_page: dict[str, Callable[[Any, Any], Any]] = {}
_told: list[Callable[[Iterable[UUID], Any], dict[UUID, tuple[Any, str]]]] = []
_declared: list[Callable[[set[UUID]], Iterable[tuple[UUID, UUID]]]] = []


def on_session(label, read):
    """Registers something that is shown under each session."""
    _under.append(UnderSession(label, read))


def on_listed(read):
    """Registers `read(event_keys, user)`, which gives by key a pair of label and text for the rows of a list: of what
    `user` may know of, since a row that is the same for all must not count what some may not know of."""
    _told.append(read)


def on_page(name, read):
    """Registers `read(page, user)` for who may read the details of an event: what its page shows besides, under the
    name by which its template knows it."""
    _on_page[name] = read


def beside_of(page, user):
    """`{name: what is shown}` of all that is registered for the page of an event."""
    return {name: read(page, user) for name, read in _on_page.items()}


def told_of(event_keys, user):
    """`{event key: [(label, text)]}` of all that is registered for rows of one reader's list."""
    found = {}
    for read in _told:
        for key, pair in read(event_keys, user).items():
            found.setdefault(key, []).append(pair)
    return found


def session_of_each(pages, column):
    """`{key: session key}` of these pages, the oldest first; of one in several languages as the oldest says. One
    query."""
    sessions = {}
    for key, session in pages.order_by("first_published_at", "pk").values_list("translation_key", column):
        sessions.setdefault(key, session)
    return sessions


def under_sessions(event_key, user):
    """`{session key: [(heading, Ends)]}` of an event; None stands for the event as a whole."""
    read = [(part.label, part.read(event_key, user)) for part in _under]
    ends = ends_for({key for _, sessions in read for key in sessions}, user)
    found = {}
    for label, sessions in read:
        for session, group in _by_session(sessions, ends).items():
            found.setdefault(session, []).append((label, group))
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
