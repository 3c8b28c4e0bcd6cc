"""Works out the matches anew: all of them, or those of records that changed."""

from collections.abc import Iterable
from itertools import batched
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.access.models import RecordIdentity
from portal.taxonomy.tree import held
from practices.needs.matching import Index, rank, reading, scales
from practices.needs.models import Match

BATCH = 100
"""Needs whose matches are written in one transaction: on SQLite it locks out all other writers."""
COLUMNS = ("score", "reasons", "shortfalls")
SIDES = {"need": "need", "holding": "holding"}
"""By kind of record, the side of a match on which it stands."""


def renew_all() -> int:
    """Works out the matches of all needs; returns how many there are."""
    with held():
        index, words, today = Index(reading.holdings()), scales(), timezone.localdate()
        needs = reading.needs()
        known = set(Match.objects.values_list("need", flat=True).distinct())
        if gone := known - {need.key for need in needs}:
            Match.objects.filter(need__in=gone).delete()
        count = 0
        for some in batched(needs, BATCH):
            count += _write({need.key: _rows(need, index, words, today) for need in some})
    return count


def renew_for(keys: Iterable[UUID]) -> None:
    """Works out the matches of these records (keys of identities; other kinds of record are passed over)."""
    kinds = dict(RecordIdentity.objects.filter(pk__in=set(keys), kind__in=SIDES).values_list("pk", "kind"))
    with held():
        for side in SIDES.values():
            if changed := [key for key, kind in kinds.items() if SIDES[kind] == side]:
                RENEW[side](changed)


def _renew_needs(keys):
    index = Index(reading.holdings_near(keys))
    words, today = scales(), timezone.localdate()
    found = {need.key: _rows(need, index, words, today) for need in reading.needs(keys)}
    _write({key: {} for key in keys} | found)


def _renew_holdings(keys):
    """The pairs of these holdings alone: that a need has more than enough others is seen to by the daily renewal."""
    index = Index(reading.holdings(keys))
    words, today = scales(), timezone.localdate()
    found = {need.key: _rows(need, index, words, today) for need in reading.needs()}
    _write({key: rows for key, rows in found.items() if rows}, holdings=keys)


RENEW = {"need": _renew_needs, "holding": _renew_holdings}


def _rows(need, index, words, today):
    """By key of the holding, an unsaved Match."""
    return {holding.key: _match(need, holding, said) for holding, said in rank(need, index, words, today)}


def _match(need, holding, said):
    return Match(
        need_id=need.key,
        holding_id=holding.key,
        score=sum(each.points for each in said),
        reasons=[each.stored() for each in said if not each.is_shortfall],
        shortfalls=[each.stored() for each in said if each.is_shortfall],
    )


@transaction.atomic
def _write(found, holdings=None):
    """Makes the stored matches of the needs in `found` what is found; with `holdings`, theirs alone, of all needs.

    What stays the same is not written: a write makes every kept page new.
    """
    stored = Match.objects.filter(need__in=found) if holdings is None else Match.objects.filter(holding__in=holdings)
    old = {(row.need_id, row.holding_id): row for row in stored}
    new = {(need, holding): row for need, rows in found.items() for holding, row in rows.items()}
    gone = [row.pk for pair, row in old.items() if pair not in new]
    if gone:
        Match.objects.filter(pk__in=gone).delete()
    changed = [row for pair, row in new.items() if pair not in old or _differ(old[pair], row)]
    Match.objects.bulk_create(
        changed, batch_size=500, update_conflicts=True, unique_fields=["need", "holding"], update_fields=COLUMNS
    )
    return len(new)


def _differ(one, other):
    return any(getattr(one, name) != getattr(other, name) for name in COLUMNS)
