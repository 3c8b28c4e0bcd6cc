"""Which facet values a reader may know of: those of which they may see a record, and that are no hidden record."""

from portal.search.enums import EVERYTHING_RANK, PUBLIC_RANK
from portal.search.models import RecordDocument
from portal.search.stored_values import StoredValue, stored_values

_closed_of: tuple[dict | None, frozenset] = (None, frozenset())


def values_told(statement) -> dict[int, StoredValue]:
    """All values by primary key, but for those that are records of which the reader may not know."""
    values = stored_values()
    closed = _closed(values)
    if not closed or statement.scope.rank >= EVERYTHING_RANK:
        return values
    known_records = _known_among(statement, closed)
    return {pk: value for pk, value in values.items() if value.record not in closed or value.record in known_records}


def _closed(values):
    """The keys of the values that are records, but not ones that everybody may know of: asked once for the values kept
    in memory, which a change of any record's access renews."""
    global _closed_of
    if _closed_of[0] is not values:
        records = {value.record for value in values.values() if value.record}
        everyone = RecordDocument.objects.filter(listed_rank=PUBLIC_RANK, identity__in=records)
        _closed_of = values, frozenset(records.difference(everyone.values_list("identity", flat=True)))
    return _closed_of[1]


def _known_among(statement, keys):
    """Of the keys, those of the records that the reader may know of."""
    ids = dict(RecordDocument.objects.filter(identity__in=keys).values_list("pk", "identity"))
    rows = statement.run(
        f"SELECT d.id FROM search_recorddocument d WHERE d.id IN ({statement.names('record', ids)}) "
        f"AND {statement.listed()}"
    )
    return {ids[number] for (number,) in rows}


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
