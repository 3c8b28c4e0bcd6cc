"""The requests of one person: what waits for their answer, what they asked; for editors how far and how old each is."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from portal.access.readers import reader_of
from portal.directory.rights import is_editor, require, spoken_for
from portal.linkage.ends import End, ends_for
from practices.requests.enums import GIVEN, OPEN, State
from practices.requests.models import Approval, DataRequest
from practices.requests.models.request import WISHES
from practices.requests.sides import seen_by
from practices.requests.standing import standing_of

MOST = 100
WAITS = Q(state__in=OPEN) | WISHES
"""Those in which somebody decides, or whether data may be kept longer."""


@dataclass(frozen=True)
class Row:
    """One line of a list; `about` is what is asked for, None where its reader may know of no such entry."""

    code: str
    about: End | None
    asked_for: str
    asked: str
    subject: str
    part: str
    state: str
    since: datetime
    due_on: date | None
    """By when an answer is due; None where none is any more."""
    is_late: bool
    is_demo: bool


@dataclass(frozen=True)
class Lists:
    """What `user` has to answer, what they or their organisation asked, and what was asked of them and is over."""

    to_answer: tuple[Row, ...]
    asked: tuple[Row, ...]
    over: tuple[Row, ...]


def lists_for(user) -> Lists:
    """The Lists of a person, newest first, those to answer by the day that they are due. Four queries."""
    ours = DataRequest.objects.visible_to(user).select_related("asked_for", "to_owner", "to_keeper", "delivery")
    to_us = _to(reader_of(user))
    found = {
        "to_answer": ours.filter(WAITS, to_us).order_by("answer_due_on", "code")[:MOST],
        "asked": ours.exclude(to_us)[:MOST],
        "over": ours.filter(to_us).exclude(WAITS)[:MOST],
    }
    ends = ends_for({each.about_id for requests in found.values() for each in requests} - {None}, user)
    return Lists(**{name: _rows(requests, ends) for name, requests in found.items()})


def to_answer(user):
    """The requests that wait for an answer of `user` now, the most urgent first."""
    # Who is asked is one of the two sides, and of them the one that reads.
    waiting = DataRequest.objects.unanswered() | DataRequest.objects.wishing()
    ours = waiting.filter(_to(reader_of(user).deciding))
    return ours.order_by("answer_due_on", "code")


def answered_meanwhile(user):
    """Those of `user` of which the others want to know more."""
    return DataRequest.objects.filter(seen_by(user), asked_by=user.pk, state=State.MORE_INFORMATION)


def _to(reader):
    asked = Q(to_owner__in=reader.focal_ids) | Q(to_keeper__in=reader.focal_ids)
    return asked & ~Q(asked_by=reader.user_id)


def _rows(requests, ends):
    return tuple(
        Row(
            code=each.code,
            about=ends.get(each.about_id),
            asked_for=each.asked_for.name,
            asked=(each.to_owner or each.to_keeper).name,
            subject=each.get_subject_display(),
            part=each.part,
            state=standing_of(each),
            since=each.state_since,
            due_on=each.answer_due_on if _waits(each) else None,
            is_late=each.is_late,
            is_demo=each.is_demo,
        )
        for each in requests
    )


def _waits(request):
    """As WAITS says it of many."""
    handed = request.handed_over if request.state in GIVEN else None
    return request.is_open or (handed is not None and handed.wanted_until is not None)


@dataclass(frozen=True)
class Progress:
    """What editors see of a request: how far and how old it is, never its words nor its sides."""

    code: str
    state: str
    asked_at: datetime
    since: datetime
    is_late: bool
    is_unheard: bool
    """Whether nobody speaks here for any of those who are asked: editors look for somebody."""


def progress_for(user) -> list[Progress]:
    """The open requests as editors see them, the oldest first. Raises PermissionDenied for who is no editor."""
    require(is_editor(user))
    found = list(DataRequest.objects.open().order_by("asked_at", "code")[:MOST])
    heard = spoken_for({pk for each in found for pk in (each.to_owner_id, each.to_keeper_id) if pk})
    return [
        Progress(
            each.code, each.state_label, each.asked_at, each.state_since, each.is_late,
            is_unheard=heard.isdisjoint({each.to_owner_id, each.to_keeper_id}),
        )
        for each in found
    ]  # fmt: skip


def to_agree(user):
    """The Approvals that wait for a second person and to which this editor may agree, the oldest first."""
    waiting = Approval.objects.filter(waits_for=Approval.WaitsFor.SECOND)
    others = waiting.exclude(Q(by=user.pk) | Q(request__asked_by=user.pk))
    return others.select_related("request__about", "request__asked_for", "request__asked_by").order_by("at")
