"""What somebody may be about to type: titles and terms that they may know of."""

from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from portal.core.languages import in_alphabet, under_prefix

from . import analysis
from .audience import visible_to
from .engines.statement import Statement, words
from .engines.values import known_all, values_told
from .stored_values import StoredValue
from .texts import NAME_MARK

MOST = 8
MOST_TERMS = 4
MOST_WORDS = 6
MOST_CHARACTERS = 100


@dataclass(frozen=True)
class Suggestion:
    """A text to show and the address that it leads to; `of` is `term` or the key of a kind."""

    text: str
    url: str
    of: str


def suggest(text: str, user, language: str) -> list[Suggestion]:
    """At most MOST suggestions for what was typed so far: terms to filter by, then titles; the last word may go on."""
    beginnings = analysis.plain_words(analysis.clean(text, MOST_CHARACTERS))[:MOST_WORDS]
    if not beginnings or len("".join(beginnings)) < 2:
        return []
    scope = visible_to(user)
    search = reverse("search:search")
    named = terms_named(beginnings, scope)[:MOST_TERMS]
    terms = [Suggestion(each.label, f"{search}?{each.facet}={each.value}", "term") for each in named]
    return [*terms, *_titles(beginnings, Statement(scope), language, MOST - len(terms))]


def terms_named(words, scope, is_whole=False) -> list[StoredValue]:
    """The facet values of which a label, or the key, has all the words, those with most records first; unless
    `is_whole`, the last word may be a beginning."""
    told = values_told(Statement(scope)).values()
    matches = set(words).issubset if is_whole else partial(_begin, words)
    matching = [value for value in told if any(matches(found) for found in value.words)]
    counts = known_all(Statement(scope), [value.id for value in matching])
    matching = [value for value in matching if counts.get(value.id, 0) > 0]
    return sorted(matching, key=lambda value: (-counts[value.id], in_alphabet(value.label), value.facet))


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
