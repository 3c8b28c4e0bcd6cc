"""What the page of an event shows beside its fields: where it stands, its programme by day, what became of it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse

from events.additions import began_at, beside_of, under_sessions
from events.enums import Change, Standing
from events.models.programme import EventContribution, EventSession
from events.versions import versions_of
from portal.linkage.around import around
from portal.records.pointed import pointed
from portal.records.shown import StateWord

ICONS = {Standing.COMING: "event", Standing.NOW: "clock", Standing.PAST: "check"}


@dataclass(frozen=True)
class Contributed:
    """A contribution; `document_url` where the reader may read its document."""

    row: EventContribution
    document_url: str = ""


@dataclass(frozen=True)
class Slot:
    """A session as its page shows it; `came_of_it` are pairs of a heading and Ends."""

    row: EventSession
    contributions: list[Contributed]
    came_of_it: list[tuple[Any, list]] = field(default_factory=list)


@dataclass(frozen=True)
class Day:
    """A day of the programme; None holds the sessions that have no day yet."""

    day: date | None
    slots: list[Slot]


@dataclass(frozen=True)
class Changed:
    """A line of the list of changes: what happened, to which session, and on which day that is."""

    label: str
    session: EventSession | None
    day: date | None


def beside(page, record, request):
    """The context of its page for a reader to whom `record` is presented; of the details only what they may read."""
    standing = page.standing
    context = {
        "states": [StateWord(str(standing), ICONS[standing])],
        "time_zone": page.get_time_zone_display(),
        "calendar_url": reverse("calendars:event", args=[page.slug]) if page.starts_on else "",
    }
    if not record.details_readable:
        return context
    user = request.user
    began = began_at(page.key, user)
    # What came of it stands under its sessions.
    found = around(page.key, user, named={key for sort in began for key in sort}, is_whole=True)
    under = under_sessions(began, found.ends)
    documents = {row.document_id for row in page.contributions.all() if row.document_id}
    contributed = contributed_to(page, pointed(request, documents=documents).document)
    return {
        **context,
        "around": found,
        "programme": programme_of(page, contributed, under),
        "came_of_it": under.get(None, []),
        "further": contributed.get(None, []),
        "versions": _versions(page),
        **beside_of(page, user),
    }


def programme_of(page, contributed, under):
    """The Days of an event page with their Slots; by the key of a session what is `contributed` to it and what came of
    it (`under`), of what its reader may know of."""
    days = {}
    for row in sorted(page.sessions.all(), key=lambda row: row.place_in_time):
        key = row.translation_key
        days.setdefault(row.day, []).append(Slot(row, contributed.get(key, []), under.get(key, [])))
    return [Day(day, slots) for day, slots in days.items()]


def contributed_to(page, readable) -> dict[UUID | None, list[Contributed]]:
    """By the key of a session, what is contributed to it; what names none that is there belongs to the whole. Of the
    documents those are open whose primary keys are among the `readable`."""
    rows = list(page.contributions.all())
    there = {row.translation_key for row in page.sessions.all()}
    found = {}
    for row in rows:
        url = row.document.url if row.document_id in readable else ""
        found.setdefault(row.session if row.session in there else None, []).append(Contributed(row, url))
    return found


def _versions(page):
    """Pairs of a ProgrammeVersion and its Changed lines, the newest first; empty while there is one version only."""
    rows = versions_of(page.key)
    sessions = {row.translation_key.hex: row for row in page.sessions.all()}
    return [(row, [_changed(*each, sessions) for each in row.changes]) for row in rows] if len(rows) > 1 else []


def _changed(code, key, day, sessions):
    return Changed(str(Change(code).label), sessions.get(key), date.fromisoformat(day) if day else None)
