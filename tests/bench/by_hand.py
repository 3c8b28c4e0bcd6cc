"""What the search service is measured against: the same questions, written by hand against the same tables."""

from django.db import connection

from portal.access.enums import Zone
from portal.search import analysis
from portal.search.audience import visible_to

CARDS = "SELECT document_id, title, summary, path, facts, details_text FROM search_recordcard WHERE document_id IN ({})"


def search(words, user):
    """Top 20, total, all facets and the cards of the hits, a query each."""
    scope = visible_to(user)
    with connection.cursor() as cursor:
        sources = _sources(scope)
        matches = " UNION ALL ".join(_matches(view, condition, words) for view, condition in sources)
        top = _rows(cursor, f"SELECT document, score FROM ({matches}) m ORDER BY score LIMIT 20")
        total = _rows(cursor, f"SELECT COUNT(*) FROM ({matches}) m")
        facets = _rows(
            cursor,
            f"SELECT f.value_id, COUNT(*) FROM ({matches}) m JOIN search_recordfacet f ON f.document_id = m.document "
            f"WHERE f.zone = 0 OR f.level <= {scope.rank} OR f.document_id IN ({_own(scope, Zone.DETAILS)}) "
            "GROUP BY f.value_id",
        )
        cards = _rows(cursor, CARDS.format(", ".join(str(number) for number, _ in top) or "NULL"))
    return total[0][0], facets, cards


def beginning(word):
    """Titles that have a word that begins so, as visitors may know of them."""
    if connection.vendor == "sqlite":
        matches = f"SELECT rowid AS document FROM search_fts_public WHERE search_fts_public MATCH '\"ˆ{word}\" *'"
    else:
        where = f"view = 'public' AND vector @@ '''ˆ{word}'':*'::tsquery"
        matches = f"SELECT document_id AS document FROM search_searchtext WHERE {where}"
    with connection.cursor() as cursor:
        return _rows(
            cursor,
            f"SELECT c.title, c.path FROM ({matches}) m JOIN search_recordcard c ON c.document_id = m.document "
            "JOIN search_recorddocument d ON d.id = m.document ORDER BY d.published_on DESC LIMIT 8",
        )


def _rows(cursor, sql):
    cursor.execute(sql)
    return cursor.fetchall()


def _own(scope, zone):
    keys = ", ".join(f"'{key}'" for key in scope.keys) or "NULL"
    return f"SELECT document_id FROM search_recordaudience WHERE zone = {int(zone)} AND key IN ({keys})"


def _sources(scope):
    if scope.rank == 0:
        return [("public", "")]
    if scope.rank == 3:
        narrow = "SELECT id FROM search_recorddocument WHERE details_rank > 1"
        return [("members", f"NOT IN ({narrow})"), ("restricted_full", "")]
    full, cards = _own(scope, Zone.DETAILS), _own(scope, Zone.CARD)
    return [
        ("members", f"NOT IN ({full})"),
        ("restricted_card", f"IN (SELECT document_id FROM ({cards}) a WHERE document_id NOT IN ({full}))"),
        ("restricted_full", f"IN ({full})"),
    ]


def _matches(view, condition, words):
    stems = [analysis.words(word, "en")[0] for word in words]
    if connection.vendor == "sqlite":
        table = f"search_fts_{view}"
        where = f" AND +rowid {condition}" if condition else ""
        return (
            f"SELECT +rowid AS document, bm25({table}, 2.4, 1.6, 0.8, 0.0) AS score FROM {table} "
            f"WHERE {table} MATCH '{' AND '.join(stems)}'{where}"
        )
    where = f" AND document_id {condition}" if condition else ""
    ranks = " + ".join(f"(1 - exp(-3 * ts_rank('{{0, 0.4, 0.7, 1}}', vector, '{stem}'::tsquery)))" for stem in stems)
    return (
        f"SELECT document_id AS document, -({ranks}) AS score FROM search_searchtext "
        f"WHERE view = '{view}' AND vector @@ '{' & '.join(stems)}'::tsquery{where}"
    )
