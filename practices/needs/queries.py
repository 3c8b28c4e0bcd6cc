"""The matches of a record as one reader sees them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from portal.access.readers import takes_part
from portal.linkage.ends import End, ends_for
from portal.taxonomy.tree import held
from practices.needs.models import Mark, MatchMark
from practices.needs.telling import closed_to, points_of, told
from practices.needs.visible import visible_matches
from practices.needs.wording import sentence

MOST_SHOWN = 10
OTHER = {"need": "holding", "holding": "need"}
"""By kind of record, the other side of its matches."""


@dataclass(frozen=True)
class Fit:
    """The record at the other end, what speaks for it and against it, and what people said of it."""

    end: End
    reasons: tuple[str, ...]
    shortfalls: tuple[str, ...]
    mark: str
    reason: str
    """Why somebody said so; "" for who is no member."""
    is_readable: bool
    """Whether the reader may read the details of both, so may say whether it fits."""


@dataclass(frozen=True)
class Fits:
    """The best of them, and how many there are that the reader may know of."""

    shown: tuple[Fit, ...]
    total: int
    may_mark: bool = False
    """Whether the reader is one of those who say whether something fits."""

    @property
    def more(self):
        """How many are not shown."""
        return self.total - len(self.shown)

    @property
    def read(self):
        """The keys of the records of which details are told."""
        return [fit.end.key for fit in self.shown if fit.is_readable]


@dataclass
class _Found:
    """A match before the record at its other end is read."""

    key: UUID
    reasons: list[dict[str, Any]]
    shortfalls: list[dict[str, Any]]
    mark: MatchMark | None
    is_readable: bool

    @property
    def place(self):
        """What somebody said does not fit comes last; of two that are alike always the same first."""
        does_not_fit = bool(self.mark and self.mark.mark == Mark.DOES_NOT_FIT)
        return does_not_fit, -points_of(self.reasons, self.shortfalls), self.key.int


def fits_of(key: UUID, kind: str, user, *, is_readable: bool) -> Fits:
    """What may fit a need, or the needs that a holding may answer: of those that `user` may know of, best first.

    Neither reasons nor order follow from what they may not read; `is_readable` says whether they may read the details
    of the record itself. A constant number of queries.
    """
    found = sorted(_found(key, kind, user, is_readable), key=lambda each: each.place)
    ends = ends_for([each.key for each in found[:MOST_SHOWN]], user)
    # Nobody has reviewed why others said so: these words are for the community.
    hears_why = takes_part(user)
    with held():
        shown = tuple(_fit(each, ends[each.key], hears_why) for each in found[:MOST_SHOWN] if each.key in ends)
    return Fits(shown, len(found), hears_why)


def _found(key, kind, user, is_readable):
    other = OTHER[kind]
    for row in _with_marks(visible_matches(user, other).filter(**{kind: key})):
        reads = {kind: is_readable, other: row.is_readable}
        closed, there = closed_to(reads["need"], reads["holding"]), getattr(row, f"{other}_id")
        yield _Found(
            key=there,
            reasons=told(row.reasons, closed),
            shortfalls=told(row.shortfalls, closed),
            mark=MatchMark(mark=row.said, reason=row.why) if row.said and is_readable and row.is_readable else None,
            is_readable=is_readable and row.is_readable,
        )


def _with_marks(matches):
    """The matches with what people said of each: `said` and `why`, None where nobody said anything."""
    mark = MatchMark.objects.filter(need=OuterRef("need"), holding=OuterRef("holding"))
    return matches.annotate(said=Subquery(mark.values("mark")), why=Subquery(mark.values("reason")))


def _fit(found, end, hears_why):
    reasons, shortfalls = (tuple(filter(None, map(sentence, said))) for said in (found.reasons, found.shortfalls))
    mark, why = (found.mark.get_mark_display(), found.mark.reason) if found.mark else ("", "")
    return Fit(end, reasons, shortfalls, mark, why if hears_why else "", found.is_readable)
