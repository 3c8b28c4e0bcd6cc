"""Every store answers each question of questions.tsv as the oracle does: the same hits and counts for each reader."""

import pytest

from portal.search.engines import engine
from portal.search.query import RecordQuery
from tests.contract.questions import questions

LARGE = 100
"""Hits of a page where pages are not what is asked about: fewer requests for the same answer."""


def asked(question, user, page=1, size=LARGE):
    query = RecordQuery.from_parameters(question.parameters, kind=question.kind)
    query.page, query.page_size = page, size
    result = engine().search(query, user, "en")
    assert not result.reduced
    return result


def all_hits(question, user, first, size=LARGE):
    """The keys of the hits of all pages, in their order."""
    pages = [first, *(asked(question, user, page, size) for page in range(2, first.pages + 1))]
    return [hit.key for page in pages for hit in page.hits]


def counts(result):
    return {
        (facet, each.value.value): each.count for facet, found in result.facets.items() for each in found if each.count
    }


@pytest.mark.parametrize("question", questions(), ids=str)
def test_a_question_is_answered_as_the_oracle_does(store, people, oracle, question):
    user = people[question.reader]
    expected = oracle.answer(question.meaning, user)

    result = asked(question, user)
    hits = all_hits(question, user, result)

    assert (result.total, result.any_word) == (len(expected.hits), expected.any_word)
    assert sorted(hits) == sorted(expected.hits)
    assert counts(result) == expected.counts
    if not expected.by_score:
        assert hits == expected.hits
