"""What of an event a page of capturing shows: its title, that of a session, its key questions."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from events.capture.models import CapturedLine
from events.published import page_of
from portal.access.enums import TO_ALL_MEMBERS, Action
from portal.access.policy import can

FAIR, TALK = "information_fair", "lightning_talk"
"""Keys of the kinds of session in which the two sheets are filled in."""


@dataclass(frozen=True)
class NamedSession:
    """A session by its stable key and its title; `kind` is the key of its kind ("" where none is said)."""

    key: UUID
    title: str
    kind: str = ""


def sessions_in(page) -> list[NamedSession]:
    """The sessions of a page in the order of the programme, and behind them those that were taken out of it after
    something was captured there: no line is out of reach."""
    rows = page.sessions.select_related("session_kind")
    ordered = sorted(rows, key=lambda row: row.place_in_time)
    named = [
        NamedSession(row.translation_key, row.title, row.session_kind.key if row.session_kind else "")
        for row in ordered
    ]
    written = CapturedLine.objects.filter(event=page.key).values_list("session_key", flat=True).distinct()
    lost = sorted(set(written) - {each.key for each in named})
    return [*named, *(NamedSession(key, gettext("No longer in the programme")) for key in lost)]


def session_of_kind(page, key) -> NamedSession | None:
    """The first session of that kind."""
    return next((session for session in sessions_in(page) if session.kind == key), None)


def questions_in(page) -> list[tuple[str, str]]:
    """Pairs of key and text of the key questions."""
    return [(str(row.translation_key), row.text) for row in page.key_questions.all()]


def event_title(event, user, in_mail=False) -> str:
    """The title of an event for who may know of it, in a mail only where all members may; "" for everybody else."""
    if not can(user, Action.KNOW, event) or (in_mail and event.listed_to not in TO_ALL_MEMBERS):
        return ""
    page = page_of(event.pk)
    return page.title if page else ""
