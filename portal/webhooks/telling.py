"""What becomes of a change: public records are compared with what was told of them, and messages are written.

Nothing is sent here, and where there is no webhook one query says so. Changes come one after the other, since search
holds its lock when it calls this (portal.search.projection).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import batched
from uuid import UUID

from django.db import transaction

from portal.search.projection import lock_projection
from portal.webhooks.enums import What
from portal.webhooks.models import PublicState, Webhook
from portal.webhooks.outbox import write
from portal.webhooks.public import BATCH, public_names, public_records

UNKNOWN = ""
"""The mark of a record of which is not known yet what visitors read of it."""


@dataclass(frozen=True)
class Event:
    """What happened to a record as everybody may know it."""

    key: UUID
    code: str
    kind: str
    what: What


def tell_of(keys: set[UUID]):
    """Writes what is to be told of these records; for `portal.access.changes`."""
    if Webhook.objects.receiving().exists():
        settle(keys)


@transaction.atomic
def settle(keys: Iterable[UUID]) -> list[Event]:
    """The Events of these records since they were last told of, written for every webhook that wants them."""
    found = []
    for some in batched(sorted(keys), BATCH, strict=False):
        told, now = PublicState.objects.in_bulk(some), public_records(some)
        _remember({key: now.get(key) for key in some if _is_other(told.get(key), now.get(key))})
        events = [event for key in some if (event := _event(key, told.get(key), now.get(key)))]
        found += events
    write(found)
    return found


@transaction.atomic
def settle_all() -> list[Event]:
    """The same of all records: what changed by way of another record, and what was written past the portal."""
    if not Webhook.objects.receiving().exists():
        return []
    lock_projection()
    return settle({*PublicState.objects.values_list("key", flat=True), *public_records()})


@transaction.atomic
def begin():
    """Before there is the first webhook: what is public now is known, and nobody is told of it. Marks take longer: they
    are made by `learning`."""
    if not Webhook.objects.receiving().exists():
        lock_projection()
        PublicState.objects.all().delete()
        rows = (PublicState(key=key, code=code, kind=kind, mark=UNKNOWN) for key, code, kind in public_names())
        PublicState.objects.bulk_create(rows, batch_size=BATCH)


def _event(key, told, now):
    """The Event, or None, from the PublicState and the Seen of a record, each None where it was or is not public."""
    if told is None and now is None:
        return None
    if now is None:
        return Event(key, told.code, told.kind, What.WITHDRAWN)
    if told is None:
        return Event(key, now.code, now.kind, What.PUBLISHED)
    is_change = told.mark != UNKNOWN and _is_other(told, now)
    return Event(key, now.code, now.kind, What.CHANGED) if is_change else None


def _is_other(told, now):
    return (told and (told.code, told.mark)) != (now and (now.code, now.mark))


def _remember(seen):
    """From now on this is told; None of what is not public."""
    PublicState.objects.filter(pk__in=[key for key, each in seen.items() if each is None]).delete()
    PublicState.objects.bulk_create(
        [PublicState(key=key, code=each.code, kind=each.kind, mark=each.mark) for key, each in seen.items() if each],
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["code", "kind", "mark"],
    )
