"""What somebody may be about to type: titles and terms that they may know of, also where a word has a typing error."""

from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from portal.core.languages import in_alphabet, under_prefix

from . import analysis
from .audience import visible_to
from .engines.statement import Statement, words
from .engines.values import known_all, values_told
from .spelling import Spelling
from .stored_values import StoredValue
from .texts import NAME_MARK
from .value_words import value_words

MOST = 8
MOST_TERMS = 4
MOST_WORDS = 6
MOST_CHARACTERS = 100
MOST_TRIED = 3
"""Beginnings that may be meant by one with a typing error, of which the first that finds something is taken."""


@dataclass(frozen=True)
class Suggestion:
    """A text to show and the address that it leads to; `of` is `term` or the key of a kind."""

    text: str
    url: str
    of: str


def suggest(text: str, user, language: str) -> list[Suggestion]:
    """At most MOST suggestions for what was typed so far: terms to filter by, then titles; the last word may go on.

    Where nothing has such words, those of the words that they are nearest to.
    """
    beginnings = analysis.plain_words(analysis.clean(text, MOST_CHARACTERS))[:MOST_WORDS]
    if not beginnings or len("".join(beginnings)) < 2:
        return []
    scope = visible_to(user)
    found = _suggested(beginnings, scope, language)
    tried = () if found else _without_errors(beginnings, Spelling(scope))
    return found or next((found for words in tried if (found := _suggested(words, scope, language))), [])


def _suggested(beginnings, scope, language):
    search = reverse("search:search")
    named = terms_named(beginnings, scope)[:MOST_TERMS]
    terms = [Suggestion(each.label, f"{search}?{each.facet}={each.value}", "term") for each in named]
    return [*terms, *_titles(beginnings, Statement(scope), language, MOST - len(terms))]


def _without_errors(beginnings, spelling):
    """What may have been meant: words that are known stay, each other one is the word that it is nearest to."""
    *whole, last = beginnings
    known = spelling.known_among(whole)
    meant = [word if word in known else _nearest(word, spelling) for word in whole]
    if meant != whole:
        yield [*meant, last]
    for each in [*spelling.beginnings_meant_by(last)[:MOST_TRIED], *spelling.meant_by(last)[:1]]:
        yield [*meant, each.word]


def _nearest(word, spelling):
    return next((each.word for each in spelling.meant_by(word)), word)


def terms_named(words, scope, is_whole=False) -> list[StoredValue]:
    """The facet values of which a label, or the key, has all the words, those with most records first; unless
    `is_whole`, the last word may be a beginning."""
    told = values_told(Statement(scope))
    matches = set(words).issubset if is_whole else partial(_begin, words)
    having = (told[number] for number in _having(words[-1], is_whole) if number in told)
    matching = [value for value in having if any(matches(found) for found in value.words)]
    counts = known_all(Statement(scope), [value.id for value in matching])
    matching = [value for value in matching if counts.get(value.id, 0) > 0]
    return sorted(matching, key=lambda value: (-counts[value.id], in_alphabet(value.label), value.facet))


def _having(word, is_whole):
    """The primary keys of the values that have a word, or one that begins so."""
    of_values = value_words()
    names = [word] if is_whole else of_values.beginning_with(word)
    return set().union(*(of_values.ids.get(name, ()) for name in names))


def _begin(beginnings, found):
    *whole, last = beginnings
    return found.issuperset(whole) and any(word.startswith(last) for word in found)


TITLES = """
    SELECT c.title, c.path, d.kind, d.id, c.language FROM ({named}) n
    JOIN search_recorddocument d ON d.id = n.document
    JOIN search_recordcard c ON c.document_id = d.id
    WHERE {listed}
    ORDER BY CASE WHEN c.language = %(language)s THEN 0 WHEN c.language = d.language THEN 1 ELSE 2 END,
             d.published_on DESC, d.code LIMIT {most}
"""


def _titles(beginnings, statement, language, most):
    statement.parameters["names"] = words().names_match([NAME_MARK + word for word in beginnings])
    statement.parameters["language"] = language
    named = statement.texts(lambda view: words().named(view, statement.parameters))
    # A record has up to three cards, of which one is shown.
    rows = statement.run(TITLES.format(named=named, listed=statement.listed(), most=most * 3))
    titles = {}
    for title, path, kind, number, _ in rows:
        titles.setdefault(number, Suggestion(title, under_prefix(path, language), kind))
    return list(titles.values())[:most]
