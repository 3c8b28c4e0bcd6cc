"""Brings the changes that wait in the outbox into the indices: in the order of each record, at least once."""

import logging
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from elasticsearch.helpers import streaming_bulk

from portal.search.models import ClusterIndex, IndexChange

from .client import AWAY, Away, patient_client
from .sources import sources_of

BATCH = 200
CHUNK = 500
"""Lines that are sent in one go."""
LONGEST_WAIT = 300
"""Seconds until a change that an index refused is tried again, at the most."""
CONFLICT, ABSENT = 409, 404

logger = logging.getLogger("portal.search")


def deliver() -> int:
    """Delivers what is due, batch by batch; returns how many changes arrived. Raises Away where the cluster is away.

    Any number of processes may do this at once: an index keeps the newer of two versions, and a row of the outbox goes
    only if nothing was noted in it meanwhile.
    """
    arrived = 0
    while waiting := dict(_due().values_list("pk", "number")[:BATCH]):
        refused = _sent(waiting)
        arrived += _removed({key: number for key, number in waiting.items() if key not in refused})
        _put_off(refused & waiting.keys())
    return arrived


@transaction.atomic
def _removed(sent):
    """Removes the rows of these changes (number by key), but for those in which more was noted; says how many.

    Each in one statement: Django's own `delete()` would read the rows first and remove what was noted since.
    """
    rows = (IndexChange.objects.filter(pk=key, number=number) for key, number in sent.items())
    return sum(row._raw_delete(row.db) for row in rows)


def _due():
    return IndexChange.objects.filter(due_at__lte=timezone.now()).order_by("number")


def _sent(waiting):
    """Sends these changes (number by key); returns the keys of those that an index refused."""
    sources = sources_of(waiting)
    # Asked after the rows were read: an index begun later is filled from rows that are no older than these.
    names = list(ClusterIndex.objects.values_list("name", flat=True))
    actions = [action(name, key, number, sources.get(key)) for key, number in waiting.items() for name in names]
    refused = refused_by(actions, refresh=True)
    # What an index refused that was removed meanwhile is no loss.
    still_there = {alias_of(name) for name in ClusterIndex.objects.values_list("name", flat=True)} if refused else ()
    return {key for alias, key in refused if alias in still_there}


def action(name, key, number, source) -> dict:
    """One line of a bulk request; without a source the record is gone."""
    # Through its alias: a mere name would make a new index where that one was deleted by hand.
    line = {"_index": alias_of(name), "_id": key.hex, "version": number, "version_type": "external_gte"}
    return line | ({"_op_type": "delete"} if source is None else {"_op_type": "index", "_source": source})


def alias_of(name) -> str:
    """The alias by which an index is written."""
    return f"{name}-written"


def refused_by(actions, **options) -> set[tuple[str, UUID]]:
    """Sends bulk lines; returns alias and key of those that an index refused. Raises Away where none was reached."""
    sent = streaming_bulk(
        patient_client(), actions, raise_on_error=False, require_alias=True, chunk_size=CHUNK, **options
    )
    try:
        answers = list(zip(sent, actions, strict=True))
    except AWAY as error:
        raise Away(str(error)) from error
    return {
        (line["_index"], UUID(line["_id"])) for (is_done, answer), line in answers if not (is_done or _is_known(answer))
    }


def _is_known(answer):
    """Whether an index did not need the line: it has a newer version, or never had what is to go."""
    [result] = answer.values()
    return result["status"] == CONFLICT or (result["status"] == ABSENT and "result" in result)


def _put_off(keys):
    for row in IndexChange.objects.filter(pk__in=keys):
        wait = min(2**row.tries, LONGEST_WAIT)
        due_at = timezone.now() + timedelta(seconds=wait)
        IndexChange.objects.filter(pk=row.pk, number=row.number).update(tries=row.tries + 1, due_at=due_at)
        logger.error("an index refused a change", extra={"facts": {"record": str(row.pk), "wait": wait}})
