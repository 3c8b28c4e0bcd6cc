"""New matches for an organisation: what may fit what it needs, and whose needs its data may answer."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.linkage.ends import End, ends_for
from portal.records.models import RecordOrganisation
from portal.taxonomy.tree import held
from practices.holdings.row import HOLDS
from practices.needs.models import Mark, MatchMark
from practices.needs.row import ASKS
from practices.needs.telling import closed_to, points_of, told
from practices.needs.visible import known_matches
from practices.needs.wording import sentence

MOST_SHOWN = 20


@dataclass(frozen=True)
class OwnMatch:
    """A need and a holding that may fit it, the strongest reasons, and since when they fit."""

    need: End
    holding: End
    reasons: tuple[str, ...]
    found_on: date
    is_readable: bool


def for_our_needs(user) -> list[OwnMatch]:
    """The newest matches of the needs of the user's organisations."""
    return _newest(user, "need", {ASKS})


def for_our_holdings(user) -> list[OwnMatch]:
    """The newest matches of what the user's organisations hold."""
    return _newest(user, "holding", HOLDS)


def _newest(user, side, roles):
    """The same number of queries for any number of matches; none for who belongs to no organisation.

    Of those of one day the best first, by what the user is told of each and nothing else.
    """
    organisations = reader_of(user).organisation_ids
    if not organisations:
        return []
    rows = _seen(user).filter(Exists(_ours(side, organisations, roles)))
    shown = sorted(_of_last_days(rows), key=_place)[:MOST_SHOWN]
    ends = ends_for({key for row in shown for key in (row.need_id, row.holding_id)}, user)
    with held():
        return [_own(row, ends) for row in shown if row.need_id in ends and row.holding_id in ends]


def _of_last_days(rows):
    """Those of the last days that have enough: which of a day are shown is not the database's to say."""
    days = list(rows.order_by("-found_on").values_list("found_on", flat=True)[:MOST_SHOWN])
    return rows.filter(found_on__gte=days[-1]) if days else []


def _seen(user):
    """Matches of which the user may know both sides, but for those of which somebody said that they do not fit."""
    rows = known_matches(user, "need") & known_matches(user, "holding")
    for side in ("need", "holding"):
        readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(pk=OuterRef(side))
        rows = rows.annotate(**{f"reads_{side}": Exists(readable)})
    no = MatchMark.objects.filter(need=OuterRef("need"), holding=OuterRef("holding"), mark=Mark.DOES_NOT_FIT)
    return rows.exclude(Exists(no), reads_need=True, reads_holding=True)


def _ours(side, organisations, roles):
    """The identity rows of the match's own side, where one of the organisations has a part in it."""
    named = RecordOrganisation.objects.filter(
        record__translation_key=OuterRef("pk"),
        record__live=True,
        organisation__in=organisations,
        role__key__in=roles,
    )
    has_part = Q(owner__in=organisations) | Q(custodian__in=organisations) | Exists(named)
    return RecordIdentity.objects.filter(has_part, pk=OuterRef(side))


def _place(row):
    closed = closed_to(row.reads_need, row.reads_holding)
    points = points_of(told(row.reasons, closed), told(row.shortfalls, closed))
    return -row.found_on.toordinal(), -points, row.need_id, row.holding_id


def _own(row, ends):
    reasons = told(row.reasons, closed_to(row.reads_need, row.reads_holding))
    return OwnMatch(
        need=ends[row.need_id],
        holding=ends[row.holding_id],
        reasons=tuple(filter(None, map(sentence, sorted(reasons, key=lambda said: -said["points"])[:3]))),
        found_on=row.found_on,
        is_readable=row.reads_need and row.reads_holding,
    )
