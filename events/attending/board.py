"""The board of invited sectors: how many were invited, who comes, who has not answered."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from django.db.models import prefetch_related_objects

from events.attending.enums import Answer
from events.attending.models import EventInvitation
from events.models import EventPage
from portal.taxonomy.models import Sector

FEWEST = 3
"""Fewer people than that are not told to others: a number of one or two is somebody."""


@dataclass(frozen=True)
class Answers:
    """How many people answered what; None where a number is not told."""

    invited: int | None
    coming: int | None
    maybe: int = 0
    not_coming: int = 0
    sends_other: int = 0
    waiting: int = 0


@dataclass(frozen=True)
class SectorLine:
    """One sector (None: invitations that name none), what was answered, and the names of the organisations of those who
    have not; none of these for who does not run the event."""

    sector: Sector | None
    answers: Answers
    unanswered: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    """The lines of an event, and the whole. `is_full` for who runs it."""

    lines: list[SectorLine]
    whole: Answers
    is_full: bool


def board_of(page, is_full) -> Board | None:
    """The Board of an event page: with `is_full` for who runs it, else the numbers from three up; None where there is
    nothing to tell. One query, where the page has its rows already."""
    rows = list(EventInvitation.objects.standing().filter(event=page.key).select_related("sector", "organisation"))
    if not rows and not is_full:
        return None
    by_sector = defaultdict(list)
    for row in rows:
        by_sector[row.sector].append(row)
    if not is_full:
        return _for_readers(by_sector, rows)
    lines = [_line(sector, by_sector.get(sector, [])) for sector in _sectors(page, by_sector)]
    return Board(lines, _answers(rows), True)


def invited_sectors_of(key):
    """The Sectors that the event with this identity key invites, in its order, each once."""
    page = EventPage.objects.live().filter(translation_key=key).order_by("pk").first()
    return _named(page) if page else []


def _sectors(page, by_sector):
    """Those that the event names, those that only invitations name, and at last none."""
    named = _named(page)
    others = sorted((each for each in by_sector if each and each not in named), key=lambda each: each.label)
    return [*named, *others, *([None] if None in by_sector else [])]


def _named(page):
    rows = list(page.invited_sectors.all())
    prefetch_related_objects(rows, "sector", "second", "third")
    return list(dict.fromkeys(sector for row in rows for sector in row.sectors))


def _line(sector, rows):
    waiting = {row.organisation.name for row in rows if row.answer == Answer.NONE and row.organisation}
    return SectorLine(sector, _answers(rows), sorted(waiting))


def _answers(rows):
    count = Counter(row.answer for row in rows)
    return Answers(
        invited=len(rows),
        coming=count[Answer.COMING],
        maybe=count[Answer.MAYBE],
        not_coming=count[Answer.NOT_COMING],
        sends_other=count[Answer.SENDS_OTHER],
        waiting=count[Answer.NONE],
    )


def _for_readers(by_sector, rows):
    told = [
        SectorLine(sector, _told(by_sector[sector]))
        for sector in sorted(filter(None, by_sector), key=lambda each: each.label)
    ]
    lines = [line for line in told if line.answers.invited is not None]
    # What lines and whole differ by must not be a few people, either.
    rest = len(rows) - sum(line.answers.invited for line in lines)
    whole = _told(rows) if not 0 < rest < FEWEST else Answers(None, None)
    if whole.coming is not None and not _is_hidden_by_many(lines, by_sector):
        whole = replace(whole, coming=None)
    return Board(lines, whole, False) if lines or whole.invited is not None else None


def _is_hidden_by_many(lines, by_sector):
    """Whether those whose answers no line tells are nobody, or so many that their number may be told."""
    told = {line.sector for line in lines if line.answers.coming is not None}
    hidden = [row for sector, rows in by_sector.items() if sector not in told for row in rows]
    return not hidden or _told(hidden).coming is not None


def _told(rows):
    """How many are invited and how many come, each from three up; nor may those who do not come be one or two."""
    invited, coming = len(rows), sum(row.answer == Answer.COMING for row in rows)
    if invited < FEWEST:
        return Answers(None, None)
    is_told = coming >= FEWEST and (coming == invited or invited - coming >= FEWEST)
    return Answers(invited, coming if is_told else None)
