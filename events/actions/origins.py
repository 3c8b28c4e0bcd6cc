"""What an action came out of: an event and its session, an output, a partnership idea."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from events.programme import sessions_of
from portal.access.models import RecordIdentity
from portal.core.keys import key_in
from portal.records.registry import kinds


@dataclass(frozen=True)
class Origin:
    """Identities (or None), and the stable key of a session of the event."""

    event: RecordIdentity | None = None
    session_key: UUID | None = None
    output: RecordIdentity | None = None
    idea: RecordIdentity | None = None

    def columns(self) -> dict[str, Any]:
        """The same as columns of an action."""
        session = self.session_key if self.event else None
        return {"origin_event": self.event, "session_key": session, "output": self.output, "idea": self.idea}

    @property
    def identities(self):
        return [each for each in (self.idea, self.output, self.event) if each is not None]


NOWHERE = Origin()


def origin_of(codes, user) -> Origin:
    """The Origin that parameters of an address name: `codes` has event, output, idea (codes of entries) and session (a
    key). What `user` may not know of is left out, as is what there is not, and a session that is in no programme of
    that event that they may read."""
    wanted = {kind: str(codes.get(kind, "")).upper() for kind in ("event", "output", "idea") if codes.get(kind)}
    rows = RecordIdentity.objects.visible_to(user).filter(withdrawn_at=None, code__in=wanted.values())
    found = {row.kind: row for row in rows if wanted.get(row.kind) == row.code}
    event, session = found.get("event"), key_in(codes.get("session"))
    is_there = event and session and (event.pk, session) in sessions_of({event.pk}, user)
    return Origin(session_key=session if is_there else None, **found)


def said_of_origin(origin) -> dict[str, list]:
    """By name, the countries and sectors of what it came out of, the nearest first; empty where nothing says any."""
    by_key = {each.key: each for each in kinds()}
    for identity in origin.identities:
        its = by_key.get(identity.kind)
        page = its and its.live().filter(**{its.key_field: identity.pk}).order_by("pk").first()
        said = {name: list(getattr(page, name).all()) for name in ("countries", "sectors")} if page else {}
        if any(said.values()):
            return said
    return {}
