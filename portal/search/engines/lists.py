"""Lists without words or filters: asked most, and answered from the kept counts."""

from portal.search.stored_values import stored_values

from .result import Found
from .statement import ORDERS
from .values import own_only


def whole_list(statement, query, kinds) -> Found:
    """All records that the reader may know of, or those of `kinds` (keys); the facet `kind` counts all the same."""
    kinds = [query.kind] if query.kind else kinds
    counts = _counts(statement)
    found = Found()
    values = stored_values()
    for kind, number, count in counts:
        is_kind = number in values and values[number].facet == "kind"
        if not kinds or kind in kinds or (is_kind and not query.kind):
            found.counts[number] = found.counts.get(number, 0) + count
        if is_kind and (not kinds or kind in kinds):
            found.total += count
    page = min(query.page, max(1, -(-found.total // query.page_size)))
    where = f"d.kind IN ({statement.names('kind', kinds)}) AND " if kinds else ""
    rows = statement.run(
        f"SELECT d.id FROM search_recorddocument d WHERE {where}{statement.listed()} "
        f"ORDER BY {ORDERS[query.sort]} LIMIT {query.page_size} OFFSET {(page - 1) * query.page_size}"
    )
    found.documents = [number for (number,) in rows]
    return found


def _counts(statement):
    body = f"SELECT kind, value_id, documents FROM search_facetcount WHERE rank = {statement.scope.rank}"
    if statement.scope.has_own:
        body += (
            " UNION ALL SELECT d.kind, f.value_id, COUNT(*) FROM search_recordfacet f "
            "JOIN search_recorddocument d ON d.id = f.document_id "
            f"WHERE {own_only(statement)} GROUP BY d.kind, f.value_id"
        )
    return statement.run(body)
