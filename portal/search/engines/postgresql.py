"""Words in PostgreSQL: a partial GIN index a view. Its own ranking knows no rarity of words, so each word is weighed by
the view's idf: the sum over the words of idf × (1 − exp(−3 × ts_rank)), over how long the text is. The weights are
those of ranking.py, nearer to each other, since ts_rank takes the best place of a word and little of the others."""

from math import log

from django.db import connection

from portal.search.enums import View
from portal.search.lengths import EVEN, USUAL
from portal.search.models import SearchState
from portal.search.ranking import OTHERS_COUNT

# Of names (D), body (C), summary (B) and title (A).
COLUMN_WEIGHTS = "'{0, 0.4, 0.7, 1}'"
# In words, by the sizes of the columns, which PostgreSQL knows without reading them: a word takes 6.5 bytes, a mark of
# lengths.py three.
LENGTH = "((octet_length(title) + octet_length(summary) + octet_length(body)) / 6.5 + octet_length(names) / 3.0)"
BY_LENGTH = f"(0.9 + 0.1 * {LENGTH} / {USUAL + EVEN})"
MOST_KEPT = 10_000
_kept: tuple[str, dict] = ("", {})


def scored(view: View, expression, parameters, statistics_view: View) -> str:
    """SELECT of document and score (the lower the better) of the texts of a view that match."""
    parameters["match"] = match_of(expression)
    items = list(dict.fromkeys(item for meaning in expression.meanings for way in meaning.ways for item in way))
    weights = idfs(statistics_view, items) if len(items) > 1 or expression.is_part else [1.0]
    for number, (item, weight) in enumerate(zip(items, weights, strict=True)):
        parameters[f"item{number}"] = _item(item)
        parameters[f"idf{number}"] = weight
    terms = [_score(meaning, items) for meaning in expression.meanings]
    return (
        f"SELECT document_id AS document, -({' + '.join(terms)}) / {BY_LENGTH} AS score "
        f"FROM search_searchtext WHERE view = '{view.value}' AND vector @@ %(match)s::tsquery"
    )


def _score(meaning, items):
    """What was typed counts by its words, unless another name that stands in the text counts more."""
    asked = " + ".join(_rank(items.index(item)) for item in meaning.asked) or "0"
    others = [_if_it_stands([items.index(item) for item in way]) for way in meaning.others]
    return f"GREATEST({asked}, {OTHERS_COUNT} * GREATEST({', '.join(others)}))" if others else asked


def _if_it_stands(numbers):
    stands = " AND ".join(f"vector @@ %(item{number})s::tsquery" for number in numbers)
    return f"CASE WHEN {stands} THEN {' + '.join(map(_rank, numbers))} ELSE 0 END"


def _rank(number):
    rank = f"ts_rank({COLUMN_WEIGHTS}, vector, %(item{number})s::tsquery)"
    return f"%(idf{number})s * (1 - exp(-3 * {rank}))"


def named(view: View, parameters) -> str:
    """SELECT of document and score of the texts whose title has words that begin so (parameters: `names`)."""
    return (
        "SELECT document_id AS document, 0.0 AS score "
        f"FROM search_searchtext WHERE view = '{view.value}' AND vector @@ %(names)s::tsquery"
    )


def names_match(beginnings) -> str:
    """The value of `names`: all words, of which the last may go on."""
    *whole, last = [f"'{word}'" for word in beginnings]
    return " & ".join([*whole, f"{last}:*"])


def match_of(expression) -> str:
    """The expression as a tsquery. Words hold letters and digits only; each is quoted all the same."""
    parts = [_item(item) for item in expression.phrases]
    words = [_meaning(meaning) for meaning in expression.words]
    if not expression.any_word:
        parts += words
    elif not parts:
        parts = [f"({' | '.join(words)})"]
    return " & ".join([*parts, *(f"!{_item(item)}" for item in expression.without)])


def _meaning(meaning):
    ways = [" & ".join(map(_item, way)) for way in meaning.ways]
    return ways[0] if len(ways) == len(meaning.ways[0]) == 1 else f"({' | '.join(f'({way})' for way in ways)})"


def idfs(view: View, items) -> list[float]:  # pragma: no cover  tests/engines run on PostgreSQL too
    """How rare each item is among the texts of a view; kept for as long as nothing was projected."""
    global _kept
    generation, known = _kept
    if generation != SearchState.current() or len(known) > MOST_KEPT:
        # A new dictionary each time: another thread may be reading the old one.
        generation, known = SearchState.current(), {}
        _kept = (generation, known)
    missing = [item for item in items if (view, item) not in known]
    if missing:
        known.update(zip([(view, item) for item in missing], _count(view, missing), strict=True))
    return [known[view, item] for item in items]


def _count(view, items):  # pragma: no cover  tests/engines run on PostgreSQL too
    inside = f"FROM search_searchtext WHERE view = '{view.value}'"
    counts = [f"(SELECT COUNT(*) {inside})", *(f"(SELECT COUNT(*) {inside} AND vector @@ %s::tsquery)" for _ in items)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(counts)}", [_item(item) for item in items])
        total, *found = cursor.fetchone()
    return [log(1 + (total - count + 0.5) / (count + 0.5)) for count in found]


def _item(item):
    return f"({' | '.join(_sequence(sequence) for sequence in item.alternatives)})"


def _sequence(words):
    return f"({' <-> '.join(f"'{word}'" for word in words)})"
