"""What who is invited is told of the event: its card, who invites, and of the programme what every member may read."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from events.models import EventPage
from events.rights import HOSTS
from events.row import days_of
from portal.access.enums import TO_ALL_MEMBERS, Level
from portal.records.addresses import path_of


@dataclass(frozen=True)
class Invited:
    """The event for somebody with the link of an invitation. `programme` are pairs of a day and its sessions; `url` is
    where everybody reads it, "" where that takes an account."""

    title: str
    lang: str
    days: str
    place: str
    hosts: list[str]
    about: str
    programme: list[tuple[date | None, list[Any]]] = field(default_factory=list)
    url: str = ""


def invited_to(page: EventPage) -> Invited:
    """The Invited of the published page of an event, whoever may know of it: who runs it chose whom to tell."""
    identity = page.identity
    return Invited(
        title=page.title,
        lang=page.locale.language_code,
        days=days_of(page),
        place=page.place,
        hosts=hosts_of(page, identity),
        about=page.summary,
        programme=_programme(page) if tells_programme(identity) else [],
        url=path_of(page) if identity.details_to == Level.PUBLIC else "",
    )


def hosts_of(page, identity) -> list[str]:
    """The names of the organisations that invite: those that the event names as its hosts, else its owner or keeper."""
    rows = page.organisations.filter(role__key__in=HOSTS).select_related("organisation")
    named = list(dict.fromkeys(row.organisation.name for row in rows if row.organisation))
    return named or [each.name for each in (identity.owner or identity.custodian,) if each]


def tells_programme(identity):
    """Whether its guests are told the sessions: where every member may read them (decision 0034)."""
    return identity.details_to in TO_ALL_MEMBERS


def _programme(page):
    days = {}
    for row in sorted(page.sessions.all(), key=lambda row: row.place_in_time):
        days.setdefault(row.day, []).append(row)
    return list(days.items())
