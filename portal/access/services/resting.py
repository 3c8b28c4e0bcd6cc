"""Grants that rest on an agreement never outlive it: they are shortened and ended with it, and never lengthened. That
of an organisation which it names no longer ends as well."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal.access.models import Grant, RecordIdentity
from portal.access.resting import running

from .audit import log
from .deciding import locked


def settle_grants(keys):
    """Of the agreements among these identity keys, on which grants rest that run: ends or shortens these, as far as
    the agreement ends sooner now. For `portal.access.changes`, in the transaction that changed the agreement."""
    resting = Grant.objects.filter(agreement__isnull=False, ended_at=None)
    rested_on = set(resting.values_list("agreement", flat=True)) & set(keys)
    for agreement in RecordIdentity.objects.filter(pk__in=rested_on).order_by("pk"):
        _settle(agreement)


@transaction.atomic
def _settle(agreement):
    agreement = locked(agreement)
    runs = running(agreement)
    if runs is None:
        end_grants_resting_on(agreement=agreement)
        return
    _end([grant for grant in _resting_on(agreement) if not runs.carries(grant)], agreement, None)
    if runs.until is not None:
        shorten_grants(agreement=agreement, until=runs.until)


@transaction.atomic
def shorten_grants(*, agreement, until, by=None):
    """Lets no grant that rests on this agreement (an identity) go beyond `until` (datetime); returns how many it
    shortened. `by` None is the portal itself; that somebody may is asked where they change the agreement."""
    longer = _resting_on(agreement).filter(Q(until=None) | Q(until__gt=until))
    begun = [grant for grant in longer if grant.starts_at < until]
    for grant in begun:
        grant.until = until
        grant.save(update_fields=["until"])
        _log("grant shortened", grant, agreement, by, until=until.isoformat())
    # What would begin later than the agreement ends never begins.
    _end([grant for grant in longer if grant.starts_at >= until], agreement, by)
    return len(begun)


@transaction.atomic
def end_grants_resting_on(*, agreement, by=None):
    """Ends each grant that rests on this agreement (an identity) now, and returns how many; `by` as in
    `shorten_grants`. They stay ended, whatever becomes of the agreement."""
    return _end(list(_resting_on(agreement)), agreement, by)


def _end(grants, agreement, by):
    for grant in grants:
        grant.ended_at, grant.ended_by = timezone.now(), by
        grant.save(update_fields=["ended_at", "ended_by"])
        _log("grant ended", grant, agreement, by)
    return len(grants)


def _resting_on(agreement):
    agreement = locked(agreement)
    grants = Grant.objects.select_for_update(of=("self",)).filter(agreement=agreement, ended_at=None)
    return grants.select_related("identity").order_by("pk")


def _log(what, grant, agreement, by, **detail):
    log(what, identity=grant.identity, by=by, grant=grant.pk, agreement=agreement.code, **detail)
