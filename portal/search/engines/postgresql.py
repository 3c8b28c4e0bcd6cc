"""Words in PostgreSQL: a partial GIN index a view, and BM25F, whose parts its own ranking lets read back.

For one lexeme at n places `ts_rank` is H(n) / LIMIT, where H(n) = 1 + 1/4 + … + 1/n² (calc_rank_or in PostgreSQL's
src/backend/utils/adt/tsrank.c), and H(n) = LIMIT − 1/(n + ½) but for little. So n is nearly r / (1 − r) / LIMIT. The
places of a word are in the order of the columns (vectors.py): asked of title, of title and summary, and of all three,
it is found in each.
"""

from math import log

from django.db import connection

from portal.search.enums import View
from portal.search.lengths import EVEN, USUAL
from portal.search.models import SearchState
from portal.search.ranking import K1, OTHERS_COUNT, WEIGHTS, B

LIMIT = 1.64493406685
"""π²/6, as tsrank.c has it."""
# For ts_rank, weights of names (D), body (C), summary (B) and title (A): all places count alike, or not at all.
PLACES = ("'{0, 0, 0, 1}'", "'{0, 0, 1, 1}'", "'{0, 1, 1, 1}'")
STEPS = (WEIGHTS["title"] - WEIGHTS["summary"], WEIGHTS["summary"] - WEIGHTS["body"], WEIGHTS["body"])
"""How much more a place counts that is among PLACES than one that is only among the next."""
# In words, by the sizes of the columns, which PostgreSQL knows without reading them: a word takes 6.5 bytes, a mark of
# lengths.py three.
LENGTH = "((octet_length(title) + octet_length(summary) + octet_length(body)) / 6.5 + octet_length(names) / 3.0)"
BY_LENGTH = f"({K1 * (1 - B)} + {K1 * B} * {LENGTH} / {USUAL + EVEN})"
WORD, PHRASE = "word_", "phrase_"
"""How the parameters are called that hold one word, and several in a row."""
MOST_KEPT = 10_000
_kept: tuple[str, dict] = ("", {})


def scored(view: View, expression, parameters, statistics_view: View) -> str:
    """SELECT of document and score (the lower the better) of the texts of a view that match."""
    parameters["match"] = match_of(expression)
    items = list(dict.fromkeys(item for meaning in expression.meanings for way in meaning.ways for item in way))
    weights = idfs(statistics_view, items) if len(items) > 1 or expression.is_part else [1.0]
    parameters.update({f"idf{number}": weight for number, weight in enumerate(weights)})
    scores = [f"{_rank(number, item, parameters)} AS score{number}" for number, item in enumerate(items)]
    terms = [_score(meaning, items) for meaning in expression.meanings]
    matching = _matching(view, [name for name in parameters if name.startswith(WORD)])
    counted = f"SELECT document, {', '.join(scores)} FROM ({matching}) t OFFSET 0"
    return f"SELECT document, -({' + '.join(terms)}) AS score FROM ({counted}) t"


def _matching(view, words):
    """SELECT of the texts of a view that match, with the rank of each word (a name of a parameter) in all places: where
    else it stands is asked of those texts alone that have it, and most have one of several words."""
    # A vector is unpacked once, and not for each ts_rank: ts_delete of a word that is not there hands on what it
    # unpacked, and OFFSET 0 keeps that from being done again for each word.
    texts = (
        f"SELECT document_id AS document, ts_delete(vector, '') AS vector, {BY_LENGTH} AS by_length "
        f"FROM search_searchtext WHERE view = '{view.value}' AND vector @@ %(match)s::tsquery OFFSET 0"
    )
    ranks = [f"ts_rank({PLACES[-1]}, vector, %({word})s::tsquery) AS in_{word}" for word in words]
    return f"SELECT document, vector, by_length, {', '.join(ranks)} FROM ({texts}) t OFFSET 0"


def _score(meaning, items):
    """What was typed counts by its words; of other names the best, and less."""
    asked = " + ".join(f"score{items.index(item)}" for item in meaning.asked)
    ways = [[f"score{items.index(item)}" for item in way] for way in meaning.others]
    others = [way[0] if len(way) == 1 else f"({' + '.join(way)})" for way in ways]
    named = f"{OTHERS_COUNT} * GREATEST({', '.join(others)})" if others else ""
    return " + ".join(filter(None, [asked, named]))


def _rank(number, item, parameters):
    """BM25 of an item: idf × n / (n + k1 × length), with n in it once, since it takes most of the time."""
    counts = " + ".join(_count_of(sequence, parameters) for sequence in item.alternatives)
    return f"%(idf{number})s * (1 - by_length / (by_length + {counts}))"


def _count_of(sequence, parameters):
    """How often a sequence stands in a text, by where; a phrase at most as often as each of its words."""
    counts = [_count_of_word(_parameter(f"'{word}'", parameters, WORD)) for word in sequence]
    if len(sequence) == 1:
        return counts[0]
    stands = f"vector @@ %({_parameter(_sequence(sequence), parameters, PHRASE)})s::tsquery"
    return f"CASE WHEN {stands} THEN LEAST({', '.join(counts)}) ELSE 0 END"


def _count_of_word(name):
    ranks = [f"ts_rank({places}, vector, %({name})s::tsquery)" for places in PLACES[:-1]]
    parts = zip(STEPS, [*ranks, f"in_{name}"], strict=True)
    counts = [f"{step / LIMIT:.6f} * (1 / (1 - {rank}) - 1)" for step, rank in parts]
    return f"CASE WHEN in_{name} > 0 THEN {' + '.join(counts)} ELSE 0 END"


def _parameter(value, parameters, of):
    """The name of a parameter with this value."""
    known = (name for name, other in parameters.items() if name.startswith(of) and other == value)
    name = next(known, f"{of}{len(parameters)}")
    parameters[name] = value
    return name


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
    current = SearchState.current()
    generation, known = _kept
    if generation != current or len(known) > MOST_KEPT:
        # A new dictionary each time: another thread may be reading the old one.
        known = {}
        _kept = (current, known)
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
