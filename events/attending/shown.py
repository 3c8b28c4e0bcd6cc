"""The pages of who comes, for one reader: who runs the event sees everybody, a member those who agreed to be listed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from events.attending.enums import Answer, CameBy
from events.attending.models import EventInvitation, Participant


@dataclass(frozen=True)
class ShownInvitation:
    """An invitation, for who runs the event."""

    key: UUID
    who: str
    email: str
    organisation: str
    sector: str
    sent_at: datetime
    answer: str
    is_waiting: bool
    answered_at: datetime | None
    note: str
    is_revoked: bool
    stamp: str


@dataclass(frozen=True)
class ShownParticipant:
    """A participant; `has_refused` (said so themselves), `email`, `came_by` and `key` only for who runs the event."""

    name: str
    organisation: str
    role: str
    is_listed: bool
    has_refused: bool = False
    email: str = ""
    came_by: str = ""
    key: UUID | None = None


def invitations_of(event_key) -> list[ShownInvitation]:
    """Everybody who was invited, for who runs the event: who has not answered comes first."""
    rows = EventInvitation.objects.filter(event=event_key).select_related("organisation", "sector")
    shown = [_invitation(row) for row in rows.order_by("name", "email", "pk")]
    return sorted(shown, key=lambda each: (each.is_revoked, not each.is_waiting))


def participants_of(event_key, *, is_full) -> list[ShownParticipant]:
    """The participants by name: all with `is_full`, for who runs the event; else those who agreed to be listed."""
    rows = Participant.objects.all() if is_full else Participant.objects.listed()
    rows = rows.filter(event=event_key).select_related("organisation", "role").order_by("name", "pk")
    return [_participant(row, is_full) for row in rows]


def own_participation(event_key, user) -> Participant | None:
    """The row of somebody who is signed in; None where they are not in the list."""
    return Participant.objects.filter(event=event_key, user=user).order_by("pk").first() if user else None


def _invitation(row):
    return ShownInvitation(
        key=row.key,
        who=row.name or row.email,
        email=row.email,
        organisation=row.organisation.name if row.organisation else "",
        sector=row.sector.label if row.sector else "",
        sent_at=row.sent_at,
        answer=str(Answer(row.answer).label),
        is_waiting=row.answer == Answer.NONE,
        answered_at=row.answered_at,
        note=row.note,
        is_revoked=row.revoked_at is not None,
        stamp=row.stamp,
    )


def _participant(row, is_full):
    more = {"email": row.email, "came_by": str(CameBy(row.came_by).label), "key": row.key} if is_full else {}
    more |= {"has_refused": row.has_refused} if is_full else {}
    role = row.role.label if row.role else ""
    return ShownParticipant(row.name, row.organisation_name, role, row.is_listed, **more)
