"""Words of a query in the cluster: BM25 over the columns of a view as if they were one text (BM25F).

Lucene's combined_fields is the formula of "The Probabilistic Relevance Framework: BM25 and Beyond" (Robertson and
Zaragoza, 2009), as FTS5 weighs columns on SQLite.
"""

from elasticsearch_dsl.function import SF
from elasticsearch_dsl.query import (
    Bool,
    CombinedFields,
    ConstantScore,
    DisMax,
    FunctionScore,
    MatchPhrase,
    Query,
    Term,
)

from portal.search.enums import View
from portal.search.ranking import KINDS, OTHERS_COUNT, WEIGHTS

from .access import any_of

FILLER = "filler"
"""The field of marks, which no word matches: it counts for the length of a text."""

BY_KIND = [SF({"weight": factor, "filter": Term(kind=kind)}) for kind, factor in KINDS.items()]


def matching(view: View, expression) -> Query:
    """What matches the expression in a view, with its score."""
    phrases = [_item(view, item) for item in expression.phrases]
    words = [_meaning(view, meaning) for meaning in expression.words]
    if expression.any_word:
        # The first phrase stands among the words too: a text without any of them is a hit by its phrases.
        words = [any_of(*words, *phrases[:1])]
    return Bool(must=[*phrases, *words], must_not=[_item(view, item) for item in expression.without])


def by_kind(query) -> Query:
    """The query, its score multiplied by what the kind of a record counts."""
    return FunctionScore(query=query, functions=BY_KIND, score_mode="first", boost_mode="multiply")


def _meaning(view, meaning):
    """What was typed counts in full; of other names the best, and less."""
    others = [_all_of([_item(view, item) for item in way]) for way in meaning.others]
    named = [DisMax(queries=others, boost=OTHERS_COUNT)] if others else []
    asked = [_all_of([_item(view, item) for item in meaning.asked])] if meaning.asked else []
    return any_of(*asked, *named)


def _all_of(queries):
    return Bool(must=queries) if len(queries) > 1 else queries[0]


def _item(view, item):
    single = [sequence[0] for sequence in item.alternatives if len(sequence) == 1]
    several = [sequence for sequence in item.alternatives if len(sequence) > 1]
    ways = [query for sequence in several for query in _phrase(view, sequence)]
    if single:
        fields = [*(f"{view}.{name}^{weight}" for name, weight in WEIGHTS.items()), f"{view}.{FILLER}"]
        ways.append(CombinedFields(query=" ".join(single), fields=fields, operator="or"))
        ways += [_named(view, Term(**{f"{view}.names": word})) for word in single]
    return any_of(*ways)


def _phrase(view, sequence):
    """Lucene adds up the rarity of a phrase's words and knows no end of weights; it is to count as one word."""
    text, most = " ".join(sequence), WEIGHTS["title"] * len(sequence)
    for name, weight in WEIGHTS.items():
        yield MatchPhrase(**{f"{view}.{name}": {"query": text, "boost": weight / most}})
    yield _named(view, MatchPhrase(**{f"{view}.names": text}))


def _named(view, query):
    return ConstantScore(filter=query, boost=0)
