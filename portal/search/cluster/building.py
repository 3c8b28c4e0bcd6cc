"""Builds a new index beside the one that answers, while the portal serves and writes go on."""

import logging
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import batched
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from elasticsearch import NotFoundError

from portal.search.models import ClusterIndex, RecordDocument, SearchState

from .changes import answering
from .client import AWAY, Away, is_used, patient_client
from .delivering import action, alias_of, refused_by
from .mapping import beginning, definition
from .sources import sources_of

LONGEST = timedelta(hours=1)
"""So long a build may take; one that began earlier and does not answer was cut off."""

BATCH = 500
"""Records that are read and sent in one go: the cluster writes to its disk after each."""

logger = logging.getLogger("portal.search")


class NotBuilt(Exception):
    """The new index would not hold every record: the old one goes on answering."""


def build(tell: Callable[[int, int], None] = lambda done, total: None) -> int:
    """Fills a new index from the tables and lets it answer; returns how many records it holds.

    Changes made meanwhile reach both indices by the outbox. `tell(done, total)` is called after each batch. Raises Away
    where the cluster is away, NotBuilt where it refuses a record; either way, as after a crash, the old index answers.
    """
    try:
        _remove_others()
        row = _begun()
        count = _fill(row.name, tell)
        patient_client().indices.put_settings(index=row.name, settings={"auto_expand_replicas": "0-1"})
        patient_client().indices.refresh(index=row.name)
        patient_client().cluster.health(index=row.name, wait_for_status="yellow")
        _let_answer(row)
        _remove_others()
    except AWAY as error:
        raise Away(str(error)) from error
    return count


def build_if_missing() -> bool:
    """Builds an index where a cluster is used, none of its indices can answer and nobody builds one of late; answers
    whether it did.

    Raises Away where the cluster is away. Then the database answers, and workers try again.
    """
    if not is_used() or answering() or _is_being_built():
        return False
    try:
        build()
    except NotBuilt as error:
        logger.error("no index was built", extra={"facts": {"reason": str(error)[:300]}})
        return False
    return True


def _is_being_built():
    return ClusterIndex.objects.filter(answers=False, begun_at__gt=timezone.now() - LONGEST).exists()


def _begun():
    """A new empty index that hears of changes from now on."""
    name = f"{beginning()}{uuid4().hex[:12]}"
    # Copies are made once, at the end.
    body = definition(auto_expand_replicas=False, number_of_replicas=0)
    patient_client().indices.create(index=name, aliases={alias_of(name): {"is_write_index": True}}, **body)
    # Before any row is read: what changes after it is delivered to it, what changed before is in the rows.
    return ClusterIndex.objects.create(name=name, number=SearchState.count())


def _fill(name, tell):
    keys = list(RecordDocument.objects.order_by("pk").values_list("identity", flat=True))
    done, sent = 0, None
    # While the cluster takes one batch, the next one is read.
    with ThreadPoolExecutor(max_workers=1) as sender:
        for batch in batched(keys, BATCH):
            # Counted before the rows are read, which are then no older than the number says.
            number = SearchState.count()
            lines = [action(name, key, number, source) for key, source in sources_of(batch).items()]
            _check(sent)
            sent = sender.submit(refused_by, lines)
            done += len(lines)
            tell(done, len(keys))
        _check(sent)
    return done


def _check(sent):
    """Waits for what was sent; NotBuilt where the cluster refused some of it."""
    if sent and (refused := sent.result()):
        raise NotBuilt(f"{len(refused)} records were refused, {min(str(key) for _, key in refused)} among them.")


@transaction.atomic
def _let_answer(row):
    ClusterIndex.objects.filter(answers=True).update(answers=False)
    if not ClusterIndex.objects.filter(pk=row.pk).update(answers=True):
        raise NotBuilt("Another build has taken its place.")


def _remove_others():
    """Removes indices that do not answer: of builds that did not end, and the one that answered before."""
    ClusterIndex.objects.filter(answers=False).delete()
    kept = set(ClusterIndex.objects.values_list("name", flat=True))
    found = patient_client().indices.get(index=f"{settings.ELASTICSEARCH_INDEX}-*", features="settings")
    # Another portal of the cluster may begin its names with ours, and go on with a word.
    own = re.compile(rf"{re.escape(settings.ELASTICSEARCH_INDEX)}-[0-9a-f]{{8}}-[0-9a-f]{{12}}")
    for name in filter(own.fullmatch, found.body.keys() - kept):
        try:
            patient_client().indices.delete(index=name)
        except NotFoundError:  # pragma: no cover  another build removed it
            continue
