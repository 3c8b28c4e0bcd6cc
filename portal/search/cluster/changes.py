"""The outbox: which records the cluster does not know as they are now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from portal.search.models import ClusterIndex, IndexChange, SearchState

from .client import Away, is_used
from .mapping import beginning

MOST_LEFT_OUT = 1_000
"""So many records a request leaves out; with more on their way the database answers."""
READY = f"""
    SELECT name, NULL FROM {ClusterIndex._meta.db_table}
    WHERE answers AND number >= COALESCE((SELECT unnoted FROM {SearchState._meta.db_table} LIMIT 1), 0)
          AND SUBSTR(name, 1, %s) = %s
    UNION ALL
    SELECT NULL, waiting.identity
    FROM (SELECT identity FROM {IndexChange._meta.db_table} WHERE NOT is_first LIMIT %s) waiting
"""
"""The index that answers, as `answering` says it, and what it does not know yet."""


def note_changes(keys: Iterable[UUID], first: set[UUID], number: int) -> None:
    """Notes in the transaction of the change that these records changed; those in `first` could not be found before.

    To be called under the lock of the projection: a record's numbers come in the order of its changes.
    """
    if not is_used():
        SearchState.objects.update(unnoted=number)
        return
    keys, now = set(keys), timezone.now()
    # What waits already may be in the cluster's hands: it is no first one any more.
    waiting = set(IndexChange.objects.filter(pk__in=keys).values_list("pk", flat=True))
    rows = [
        IndexChange(identity=key, number=number, is_first=key in first and key not in waiting, tries=0, due_at=now)
        for key in sorted(keys)
    ]
    IndexChange.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["identity"], update_fields=["number", "is_first", "tries", "due_at"]
    )


@dataclass(frozen=True)
class Ready:
    """What a request to the cluster needs: the index that answers, and the keys of records that it must leave out."""

    index: str
    left_out: tuple[UUID, ...]


def ready() -> Ready:
    """How to ask the cluster now. Raises Away where no index holds all changes, or too many are on their way."""
    with connection.cursor() as cursor:
        # In SQL, since every search asks it: to put the statement together took longer than to run it.
        cursor.execute(READY, [len(beginning()), beginning(), MOST_LEFT_OUT + 1])
        rows = cursor.fetchall()
    index = next((name for name, _ in rows if name), None)
    if index is None:
        raise Away("no index holds all changes")
    left_out = tuple(key if isinstance(key, UUID) else UUID(key) for _, key in rows if key)
    if len(left_out) > MOST_LEFT_OUT:
        raise Away("too many changes are on their way")
    return Ready(index, left_out)


def answering() -> str | None:
    """The name of the index that answers; None where there is none, or where no index heard of some changes."""
    unnoted = Coalesce(Subquery(SearchState.objects.values("unnoted")[:1]), 0)
    rows = ClusterIndex.objects.filter(answers=True, number__gte=unnoted, name__startswith=beginning())
    return rows.values_list("name", flat=True).first()
