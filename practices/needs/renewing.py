"""Works out the matches anew: all of them, or those of records that changed."""

import hashlib
import json
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
COLUMNS = ("score", "reasons", "shortfalls", "digest")


def renew_all() -> int:
    """Works out the matches of all needs; returns how many there are."""
    with held():
        index, needs = Index(reading.all_holdings()), reading.all_needs()
        known = set(Match.objects.values_list("need", flat=True).distinct())
        if gone := known - {need.key for need in needs}:
            Match.objects.filter(need__in=gone).delete()
        return sum(_write_needs(_ranked(some, index)) for some in batched(needs, BATCH))


def renew_for(keys: Iterable[UUID]) -> None:
    """Works out the matches of these records (keys of identities; other kinds of record are passed over)."""
    kinds = dict(RecordIdentity.objects.filter(pk__in=set(keys), kind__in=RENEW).values_list("pk", "kind"))
    with held():
        for side, renew in RENEW.items():
            if changed := [key for key, kind in kinds.items() if kind == side]:
                renew(changed)


def _renew_needs(keys):
    needs = reading.needs(keys)
    found = _ranked(needs, Index(reading.holdings_near(needs)) if needs else Index(()))
    _write_needs({key: {} for key in keys} | found)


def _renew_holdings(keys):
    """The pairs of these holdings alone: that a need has more than enough others is seen to by the daily renewal."""
    holdings = reading.holdings(keys)
    found = _ranked(reading.needs_near(holdings), Index(holdings)) if holdings else {}
    _write(found, Match.objects.filter(holding__in=keys))


RENEW = {"need": _renew_needs, "holding": _renew_holdings}
"""By kind of record, how the matches of some are worked out."""


def _ranked(needs, index):
    """By key of the need and of the holding, what is said of the two."""
    words, today = scales(), timezone.localdate()
    return {need.key: {holding.key: said for holding, said in rank(need, index, words, today)} for need in needs}


def _write_needs(found):
    return _write(found, Match.objects.filter(need__in=list(found)))


@transaction.atomic
def _write(found, stored):
    """Makes the `stored` matches what was found; returns how many that is.

    What stays the same is not written: a write makes every kept page new.
    """
    old = {(need, holding): (pk, digest) for pk, need, holding, digest in stored.values_list("pk", *PAIR, "digest")}
    new = {(need, holding): _said(said) for need, rows in found.items() for holding, said in rows.items()}
    if gone := [pk for pair, (pk, _) in old.items() if pair not in new]:
        Match.objects.filter(pk__in=gone).delete()
    changed = [_match(pair, said) for pair, said in new.items() if old.get(pair, ("", ""))[1] != said[-1]]
    Match.objects.bulk_create(
        changed, batch_size=500, update_conflicts=True, unique_fields=["need", "holding"], update_fields=COLUMNS
    )
    return len(new)


PAIR = ("need", "holding")


def _said(said):
    """What is kept of a match: points, reasons, shortfalls, and a digest of all of it."""
    reasons = [each.stored() for each in said if not each.is_shortfall]
    shortfalls = [each.stored() for each in said if each.is_shortfall]
    digest = hashlib.sha1(json.dumps([reasons, shortfalls]).encode()).hexdigest()
    return sum(each.points for each in said), reasons, shortfalls, digest


def _match(pair, said):
    need, holding = pair
    score, reasons, shortfalls, digest = said
    return Match(need_id=need, holding_id=holding, score=score, reasons=reasons, shortfalls=shortfalls, digest=digest)
