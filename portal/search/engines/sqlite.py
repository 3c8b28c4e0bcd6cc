"""Words in SQLite: one FTS5 table a view, so that its BM25 knows no word of a record outside the view."""

from portal.search.enums import View
from portal.search.ranking import K1, OTHERS_COUNT, WEIGHTS

OWN_K1 = 1.2
"""That of FTS5, which cannot be set: weights that are smaller by as much as it is do the same."""
COLUMN_WEIGHTS = ", ".join(f"{weight * OWN_K1 / K1:.3f}" for weight in (*WEIGHTS.values(), 0))
"""Of title, summary, body and names."""


def scored(view: View, expression, parameters, statistics_view: View) -> str:
    """SELECT of document and score (the lower the better) of the texts of a view that match."""
    parameters["match"] = match_of(expression)
    found = _found(view, "match")
    if not any(meaning.others for meaning in expression.words):
        return found
    if not expression.asked:
        return f"SELECT f.document, {OTHERS_COUNT} * f.score AS score FROM ({found}) f"
    # BM25 sums over all that matches; what was typed is summed once more, so that other names count less.
    parameters["asked"] = " OR ".join(map(_item, expression.asked))
    return (
        f"SELECT f.document, {OTHERS_COUNT} * f.score + {1 - OTHERS_COUNT} * COALESCE(a.score, 0.0) AS score "
        f"FROM ({found}) f LEFT JOIN ({_found(view, 'asked')}) a ON a.document = f.document"
    )


def _found(view, match):
    table = f"search_fts_{view.value}"
    score = f"bm25({table}, {COLUMN_WEIGHTS})"
    # `+` keeps SQLite from running the match anew for each row of a condition on the documents.
    return f"SELECT +rowid AS document, {score} AS score FROM {table} WHERE {table} MATCH %({match})s"


def named(view: View, parameters) -> str:
    """SELECT of document and score of the texts whose title has words that begin so (parameters: `names`)."""
    table = f"search_fts_{view.value}"
    return f"SELECT +rowid AS document, 0.0 AS score FROM {table} WHERE {table} MATCH %(names)s"


def names_match(beginnings) -> str:
    """The value of `names`: all words, of which the last may go on."""
    *whole, last = [f'"{word}"' for word in beginnings]
    return " AND ".join([*whole, f"{last} *"])


def match_of(expression) -> str:
    """The expression as FTS5 reads it. Words hold letters and digits only; each is quoted all the same."""
    phrases = [_item(item) for item in expression.phrases]
    words = [_meaning(meaning) for meaning in expression.words]
    if expression.any_word:
        # The first phrase stands among the words too: a text without any of them is a hit by its phrases.
        words = [f"({' OR '.join([*words, *phrases[:1]])})"]
    positive = " AND ".join(phrases + words)
    return " NOT ".join([f"({positive})", *(_item(item) for item in expression.without)])


def _meaning(meaning):
    ways = [" AND ".join(map(_item, way)) for way in meaning.ways]
    return ways[0] if len(ways) == len(meaning.ways[0]) == 1 else f"({' OR '.join(f'({way})' for way in ways)})"


def _item(item):
    return f"({' OR '.join(_sequence(sequence) for sequence in item.alternatives)})"


def _sequence(words):
    return f'"{" ".join(words)}"'
