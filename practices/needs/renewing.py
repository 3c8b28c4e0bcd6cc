"""Works out the matches anew: all of them, or those of records that changed.

One renewal writes at a time, and reads what it writes about while it holds the turn: what is older never replaces what
is newer.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from itertools import batched
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from portal.access.models import RecordIdentity
from portal.taxonomy.tree import held
from practices.needs.matching import Index, rank, reading, scales
from practices.needs.models import Match

BATCH = 100
"""Needs whose matches are written in one transaction: on SQLite it locks out all other writers."""
PAIR = ("need", "holding")
COLUMNS = ("reasons", "shortfalls", "digest")
LOCK = 7_061_894
"""Of PostgreSQL; on SQLite a transaction has the turn from its beginning."""


def renew_all(tell: Callable[[], None] = lambda: None) -> int:
    """Works out the matches of all needs; returns how many there are. `tell()` is called after each batch.

    It takes a while. Whatever changed meanwhile, and may have been written over by then, is worked out once more.
    """
    with held():
        holdings, needs = reading.all_holdings(), reading.all_needs()
        index = Index(holdings)
        _forget_all_but(needs)
        for some in batched(needs, BATCH):
            _write_needs(_ranked(some, index))
            tell()
    with held():
        changed = _changed(holdings + needs)
    for some in batched(changed, BATCH):
        renew_for(some)
    return Match.objects.count()


def renew_for(keys: Iterable[UUID]) -> None:
    """Works out the matches of these records (keys of identities; other kinds of record are passed over)."""
    kinds = dict(RecordIdentity.objects.filter(pk__in=set(keys), kind__in=RENEW).values_list("pk", "kind"))
    with held():
        for side, renew in RENEW.items():
            if changed := [key for key, kind in kinds.items() if kind == side]:
                renew(changed)


def _forget_all_but(needs):
    known = set(Match.objects.values_list("need", flat=True).distinct())
    if gone := known - {need.key for need in needs}:
        Match.objects.filter(need__in=gone).delete()


def _changed(then):
    """The keys of the records of which other facts are read now than `then`."""
    then, now = ({each.key: each for each in facts} for facts in (then, reading.all_holdings() + reading.all_needs()))
    return sorted(key for key in then.keys() | now.keys() if then.get(key) != now.get(key))


@transaction.atomic
def _renew_needs(keys):
    _wait_for_turn()
    needs = reading.needs(keys)
    found = _ranked(needs, Index(reading.cards_near(needs)), reading.holdings) if needs else {}
    _write_needs({key: {} for key in keys} | found)


@transaction.atomic
def _renew_holdings(keys):
    """The pairs of these holdings alone: that a need has more than enough others is seen to by the daily renewal."""
    _wait_for_turn()
    holdings = reading.holdings(keys)
    found = _ranked(reading.needs_near(holdings), Index(holdings)) if holdings else {}
    _write(found, Match.objects.filter(holding__in=keys))


RENEW = {"need": _renew_needs, "holding": _renew_holdings}
"""By kind of record, how the matches of some are worked out."""


def _wait_for_turn():
    if connection.vendor == "postgresql":  # pragma: no cover  tests/engines run on PostgreSQL too
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _ranked(needs, index, whole=None):
    """By key of the need and of the holding, what is said of the two; `whole` as `rank` takes it."""
    words, today = scales(), timezone.localdate()
    return {need.key: {holding.key: said for holding, said in rank(need, index, words, today, whole)} for need in needs}


@transaction.atomic
def _write_needs(found):
    _wait_for_turn()
    _write(found, Match.objects.filter(need__in=list(found)))


def _write(found, stored):
    """Makes the `stored` matches what was found. What stays the same is not written: a write makes every kept page
    new."""
    old = {(need, holding): (pk, digest) for pk, need, holding, digest in stored.values_list("pk", *PAIR, "digest")}
    new = {(need, holding): _said(said) for need, rows in found.items() for holding, said in rows.items()}
    if gone := [pk for pair, (pk, _) in old.items() if pair not in new]:
        Match.objects.filter(pk__in=gone).delete()
    changed = [_match(pair, said) for pair, said in new.items() if old.get(pair, ("", ""))[1] != said[-1]]
    Match.objects.bulk_create(changed, batch_size=500, update_conflicts=True, unique_fields=PAIR, update_fields=COLUMNS)


def _said(said):
    """What is kept of a match: reasons, shortfalls, and a digest of both."""
    reasons = [each.stored() for each in said if not each.is_shortfall]
    shortfalls = [each.stored() for each in said if each.is_shortfall]
    digest = hashlib.sha1(json.dumps([reasons, shortfalls]).encode()).hexdigest()
    return reasons, shortfalls, digest


def _match(pair, said):
    return Match(need_id=pair[0], holding_id=pair[1], **dict(zip(COLUMNS, said, strict=True)))
