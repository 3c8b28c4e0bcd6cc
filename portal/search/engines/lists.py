"""Lists without words and with at most one filter: asked most, and answered with the help of the kept counts."""

from .filters import Filters
from .hit_statement import hits_and_facets
from .result import Found
from .statement import ORDERS, Statement
from .values import own_only


def list_of(scope, query, filters, values) -> Found | None:
    """What the kept counts help to answer; None when words, years, or more than one filter are asked for."""
    if whole := whole_list_of(scope, query, filters, values):
        return whole
    if _is_narrowed(query, filters) or len(filters.chosen) > 1:
        return None
    return _with_one_filter(scope, query, filters.chosen, values)


def whole_list_of(scope, query, filters, values) -> Found | None:
    """A list of everything or of some kinds, of which the kept counts know all numbers; None when more is asked."""
    if _is_narrowed(query, filters) or not filters.chosen.keys() <= {"kind"}:
        return None
    return _whole(scope, query, [value.value for value in filters.chosen.get("kind", ())], values)


def _is_narrowed(query, filters):
    words_or_years = query.expression or query.first_year is not None or query.last_year is not None
    return bool(query.only is not None or words_or_years or filters.excluded or filters.fixed)


def _whole(scope, query, kinds, values):
    """All records that the reader may know of, or those of `kinds` (keys); the facet `kind` counts all the same."""
    kinds = [query.kind] if query.kind else kinds
    found = Found()
    for kind, number, count in kept_counts(scope, query.kind):
        is_kind = _facet(values, number) == "kind"
        if not kinds or kind in kinds or (is_kind and not query.kind):
            found.counts[number] = found.counts.get(number, 0) + count
        if is_kind and (not kinds or kind in kinds):
            found.total += count
    page = query.page_of(found.total)
    statement = Statement(scope)
    where = f"d.kind IN ({statement.names('kind', kinds)}) AND " if kinds else ""
    where += "NOT d.is_demo AND " if query.hits_are_real else ""
    rows = statement.run(
        f"SELECT d.id FROM search_recorddocument d WHERE {where}{statement.listed()} "
        f"ORDER BY {ORDERS[query.sort]} LIMIT {query.page_size} OFFSET {(page - 1) * query.page_size}"
    )
    found.documents = [number for (number,) in rows]
    return found


def _with_one_filter(scope, query, chosen, values):
    """Without its only filter, the filter's own facet counts the whole list: these counts are kept."""
    found = hits_and_facets(Statement(scope), query, query.expression, Filters(fixed=chosen))
    found.counts = {number: count for number, count in found.counts.items() if _facet(values, number) not in chosen}
    for _, number, count in kept_counts(scope, query.kind):
        if _facet(values, number) in chosen:
            found.counts[number] = found.counts.get(number, 0) + count
    return found


def _facet(values, number):
    return values[number].facet if number in values else ""


def kept_counts(scope, kind=""):
    """Rows of kind, value (its primary key) and number: of how many records of each kind, or of the one given, the
    reader may see that they have a value. A value in several rows has the sum."""
    statement = Statement(scope)
    of_kind = f" AND {{}}kind = {statement.names('kind', [kind])}" if kind else ""
    body = f"SELECT kind, value_id, documents FROM search_facetcount WHERE rank = {scope.rank}{of_kind.format('')}"
    if scope.has_own:
        body += (
            " UNION ALL SELECT d.kind, f.value_id, COUNT(*) FROM search_recordfacet f "
            "JOIN search_recorddocument d ON d.id = f.document_id "
            f"WHERE {own_only(statement)}{of_kind.format('d.')} GROUP BY d.kind, f.value_id"
        )
    return statement.run(body)
