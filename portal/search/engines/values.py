"""Which facet values a reader may know of: those of which they may see a record, and that are no hidden record."""

from collections import defaultdict
from itertools import chain
from uuid import UUID

from portal.search.enums import EVERYTHING_RANK, PUBLIC_RANK
from portal.search.models import RecordDocument
from portal.search.stored_values import StoredValues, stored_values

from .statement import key_of

_closed_of: tuple[dict | None, dict[UUID, list[int]]] = (None, {})


def values_told(statement) -> StoredValues:
    """All values by primary key, but for those that are records of which the reader may not know."""
    values = stored_values()
    closed = _closed(values)
    if not closed or statement.scope.rank >= EVERYTHING_RANK:
        return values
    known_records = _known_among(statement, closed)
    hidden = (numbers for record, numbers in closed.items() if record not in known_records)
    return values.without(chain.from_iterable(hidden))


def _closed(values):
    """The primary keys of the values that are records, but not ones that everybody may know of, by the keys of these:
    asked once for the values kept in memory, which a change of any record's access renews."""
    global _closed_of
    if _closed_of[0] is not values:
        records = defaultdict(list)
        for number, value in values.items():
            if value.record:
                records[value.record].append(number)
        everyone = RecordDocument.objects.filter(listed_rank=PUBLIC_RANK, identity__in=records)
        for key in everyone.values_list("identity", flat=True):
            del records[key]
        _closed_of = values, dict(records)
    return _closed_of[1]


def _known_among(statement, keys):
    """Of the keys, those of the records that the reader may know of."""
    stored = {key_of(key): key for key in keys}
    rows = statement.run(
        f"SELECT d.identity_id FROM search_recorddocument d "
        f"WHERE d.identity_id IN ({statement.names('record', stored)}) AND {statement.listed()}"
    )
    return {stored[key] for (key,) in rows}


def known(statement, ids) -> set[int]:
    """Of the primary keys of values, those that at least one record has of which the reader may see that it has it."""
    return {number for number, count in known_all(statement, ids).items() if count > 0}


def known_all(statement, ids) -> dict[int, int]:
    """By the primary keys of values, of how many records the reader may see that they have it."""
    if not ids:
        return {}
    wanted = statement.names("value", ids)
    rank = statement.scope.rank
    body = f"SELECT value_id, documents FROM search_facetcount WHERE rank = {rank} AND value_id IN ({wanted})"
    if statement.scope.has_own:
        body += (
            " UNION ALL SELECT f.value_id, COUNT(*) FROM search_recordfacet f "
            f"WHERE f.value_id IN ({wanted}) AND {own_only(statement)} GROUP BY f.value_id"
        )
    counts = {}
    for number, count in statement.run(body):
        counts[number] = counts.get(number, 0) + count
    return counts


def own_only(statement) -> str:
    """The condition that a row of RecordFacet `f` is told to the reader, but not to everybody of their rank."""
    return (
        f"f.level > {statement.scope.rank} AND (f.document_id IN (SELECT document FROM own_details)"
        " OR (f.zone = 0 AND f.document_id IN (SELECT document FROM own_cards)))"
    )
