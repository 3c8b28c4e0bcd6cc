"""“More like this”: entries that share most telling words and filters with one, for who may know of them.

The words are those of its title and summary, on its card; they are looked for in the texts that everybody of the
reader's rank may search, and weigh by how rare they are there. Of filters only terms count: an organisation or an event
of which the reader may not know would else be told by the order. One query, since pages of entries have few to spare.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from portal.core.languages import under_prefix
from portal.records.registry import kind as kind_by_key

from .audience import Scope, rank_of
from .engines.statement import Statement, key_of, words
from .enums import MEMBERS_RANK, View
from .expression import parse
from .title_words import written_words

MOST = 4
MOST_WORDS = 12
LOOKED_AT = 60
"""Texts with the words, best first, of which the filters are compared."""
NOT_TELLING = ("kind", "language", "state")
OWN = """
    SELECT f.value_id FROM search_recordfacet f JOIN search_recorddocument o ON o.id = f.document_id
    WHERE o.identity_id = %(own)s AND {told} AND f.value_id IN (
        SELECT v.id FROM search_facetvalue v WHERE v.record IS NULL AND v.facet NOT IN ({not_telling}))
"""
BEST = """
    SELECT t.document, t.score * (2 + COUNT(f.value_id)) AS score
    FROM (SELECT * FROM ({texts}) m ORDER BY score LIMIT {looked_at}) t
    JOIN search_recorddocument d ON d.id = t.document
    JOIN search_recordfacet f ON f.document_id = t.document
    WHERE f.value_id IN (SELECT value_id FROM own_values) AND {told} AND {listed} AND d.identity_id NOT IN ({without})
      AND (NOT d.is_demo OR EXISTS (
        SELECT 1 FROM search_recorddocument o WHERE o.identity_id = %(own)s AND o.is_demo))
    GROUP BY t.document, t.score, d.code ORDER BY 2, d.code LIMIT {most}
"""
CARDS = """
    SELECT b.document, c.title, c.path, c.language, d.kind FROM best b
    JOIN search_recorddocument d ON d.id = b.document JOIN search_recordcard c ON c.document_id = d.id
    ORDER BY b.score, d.code, CASE WHEN c.language = %(language)s THEN 0 WHEN c.language = d.language THEN 1 ELSE 2 END,
             c.id
"""


@dataclass(frozen=True)
class Alike:
    """An entry that is like another."""

    title: str
    url: str
    lang: str
    kind_label: str


@dataclass(frozen=True)
class MoreLikeThis:
    """At most MOST entries, and the address of a search for all that have some of the words."""

    entries: tuple[Alike, ...] = ()
    url: str = ""


def more_like(key, texts, user, language, without=()) -> MoreLikeThis:
    """What is like the record with this identity key, of which `texts` are on the card; not the records `without`."""
    telling = telling_words(texts)
    if not telling:
        return MoreLikeThis()
    statement = Statement(Scope(rank_of(user)))
    statement.parameters |= {"own": key_of(key), "language": language}
    _add_best(statement, parse(" ".join(telling)).loosened(), [key, *without])
    found = {}
    for number, title, path, lang, kind in statement.run(CARDS):
        found.setdefault(number, Alike(title, under_prefix(path, language), lang, str(kind_by_key(kind).label)))
    url = f"{reverse('search:search')}?{urlencode({'q': ' '.join(telling)})}"
    return MoreLikeThis(tuple(found.values()), url) if found else MoreLikeThis()


def telling_words(texts) -> list[str]:
    """The words of the texts, as they are written, that carry meaning: the first MOST_WORDS of them."""
    found = {}
    for text in texts:
        for word, written in written_words(text):
            found.setdefault(word, written)
    return list(found.values())[:MOST_WORDS]


def _add_best(statement, expression, without):
    statistics = View.PUBLIC if statement.scope.rank < MEMBERS_RANK else View.MEMBERS
    texts = statement.texts(lambda view: words().scored(view, expression, statement.parameters, statistics))
    told, not_telling = statement.told(), statement.names("not_telling", NOT_TELLING)
    statement.parts.append(("own_values", OWN.format(told=told, not_telling=not_telling)))
    keys = statement.names("without", map(key_of, without))
    best = BEST.format(texts=texts, told=told, listed=statement.listed(), without=keys, looked_at=LOOKED_AT, most=MOST)
    statement.parts.append(("best", best))
