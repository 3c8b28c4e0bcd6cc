"""Which facet values a reader may know of: those of which they may see a record."""


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
