"""One statement for a page of hits, their total and all facets, each counted with its own filter lifted."""

from portal.search.enums import MEMBERS_RANK, View
from portal.search.ranking import KINDS

from .result import Found
from .statement import COUNT, HIT, ORDERS, TOTAL, found, key_of, words

BY_KIND = f"CASE d.kind {' '.join(f"WHEN '{kind}' THEN {factor}" for kind, factor in KINDS.items())} ELSE 1.0 END"
# Sums of the same numbers differ in their last digits by how they are put together: rounded, equals stay equal. Scores
# of words that stand nearly everywhere are as small as a millionth.
SCORE = f"ROUND(t.score * {BY_KIND} * 1e12) / 1e12"


def hits_and_facets(statement, query, expression, filters) -> Found:
    """What matches `expression` and the Filters, as far as the reader may know of it."""
    chosen = filters.chosen
    statement.parts.append(("hits" if not chosen else "base", _base(statement, query, expression, filters)))
    missed = " + ".join(f"m{i}" for i in range(len(chosen)))
    if chosen:
        has = [has_value(statement, facet, values) for facet, values in chosen.items()]
        misses = [f"CASE WHEN {one} THEN 0 ELSE 1 END AS m{i}" for i, one in enumerate(has)]
        statement.parts.append(("tested", f"SELECT h.document, h.score, {', '.join(misses)} FROM base h"))
        statement.parts.append(("hits", f"SELECT document, score FROM tested WHERE {missed} = 0"))
    counts = [_counts(statement, "hits", "")]
    for number, facet in enumerate(chosen):
        statement.parameters[f"facet{number}"] = facet
        lifted = f"SELECT document FROM tested WHERE m{number} = 1 AND {missed} = 1"
        own = f" AND f.value_id IN (SELECT id FROM search_facetvalue WHERE facet = %(facet{number})s)"
        counts.append(_counts(statement, f"({lifted})", own))
    total = f"SELECT {TOTAL} AS what, 0 AS number, COUNT(*) AS count, 0.0 AS score FROM hits"
    return found(statement.run(" UNION ALL ".join([total, _page(query), *counts])))


def _base(statement, query, expression, filters):
    conditions = _conditions(statement, query, filters)
    if not expression:
        where = " AND ".join([statement.listed(), *conditions])
        return f"SELECT d.id AS document, 0.0 AS score FROM search_recorddocument d WHERE {where}"
    statistics = View.PUBLIC if statement.scope.rank < MEMBERS_RANK else View.MEMBERS
    texts = statement.texts(lambda view: words().scored(view, expression, statement.parameters, statistics))
    if not conditions and query.sort != "relevance":
        return texts
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        f"SELECT t.document, {SCORE} AS score FROM ({texts}) t "
        f"JOIN search_recorddocument d ON d.id = t.document {where}"
    )


def _conditions(statement, query, filters):
    """What no facet lifts: the kind of a list, years, what is fixed or excluded."""
    conditions = []
    if query.kind:
        conditions.append(f"d.kind IN ({statement.names('kind', [query.kind])})")
    if query.only is not None:
        conditions.append(f"d.identity_id IN ({statement.names('only', map(key_of, query.only))})")
    for name, column, sign in (("first_year", "last_year", ">="), ("last_year", "first_year", "<=")):
        if (year := getattr(query, name)) is not None:
            statement.parameters[name] = year
            conditions.append(f"d.{column} {sign} %({name})s AND {statement.dated()}")
    for facet, values in filters.excluded.items():
        conditions.append(f"NOT {has_value(statement, f'not_{facet}', values, 'd.id')}")
    for facet, values in filters.fixed.items():
        conditions.append(has_value(statement, f"fixed_{facet}", values, "d.id"))
    return conditions


def has_value(statement, prefix, values, document="h.document"):
    """The condition that a document has one of the values, as far as the reader may see that."""
    wanted = statement.names(f"{prefix}_", [value.id for value in values])
    having = f"SELECT f.document_id FROM search_recordfacet f WHERE f.value_id IN ({wanted}) AND {statement.told()}"
    return f"{document} IN ({having})"


def _page(query):
    start, size = (query.page - 1) * query.page_size, query.page_size
    # Beyond the last page comes the last.
    clamped = (
        f"(SELECT CASE WHEN COUNT(*) > {start} THEN {start} WHEN COUNT(*) = 0 THEN 0 "
        f"ELSE ((COUNT(*) - 1) / {size}) * {size} END FROM hits)"
    )
    best, real = "", "AND NOT d.is_demo" if query.hits_are_real else ""
    if query.sort == "relevance":
        # Only the best are looked up for their code, which decides between equals.
        worst = f"(SELECT score FROM hits ORDER BY score LIMIT 1 OFFSET {start + size - 1})"
        best = f"WHERE h.score <= COALESCE({worst}, 1e300)"
    return (
        f"SELECT {HIT}, p.id, ROW_NUMBER() OVER (), p.score FROM (SELECT d.id, h.score FROM hits h "
        f"JOIN search_recorddocument d ON d.id = h.document {real} {best} "
        f"ORDER BY {ORDERS[query.sort]} LIMIT {size} OFFSET {clamped}) p"
    )


def _counts(statement, documents, condition):
    # CROSS, and conditions that are counted and not filtered by: else SQLite reads all facets for a handful of hits.
    return (
        f"SELECT {COUNT}, f.value_id, COUNT(CASE WHEN {statement.told()}{condition} THEN 1 END), 0.0 "
        f"FROM {documents} c CROSS JOIN search_recordfacet f WHERE f.document_id = c.document GROUP BY f.value_id"
    )
