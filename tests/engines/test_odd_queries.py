"""No query, however odd, is an error or slow: whatever is typed, in whatever parameter."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.search.query import RecordQuery
from portal.search.suggestions import suggest
from tests.engines.conftest import ask, find
from tests.factories.records import make_record

ODD = [
    '"((*', "NEAR(a b)", "a AND OR NOT", "^a", "a*", "title:a", "{a b}: c", "'; DROP TABLE x", "a' & !b", "a <-> b",
    "\x00", "a\x00b", "\u202ea\u202c", "\ud800", "((a+)+)+$", "%", "%(match)s", "\\", "-", '-"', '"" ""', "- -a",
    "*" * 500, "a" * 100_000, "a " * 50_000, '"' * 100_000, "'" * 100_000, "ـ" * 100_000, "e\u0301" * 50_000,
    "🙂" * 1000, "ﷺ" * 200,
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_odd_words(text):
    given = QueryDict(mutable=True)
    for name in ("q", "sector", "country!", "from", "to", "sort", "page", text[:50]):
        given[name] = text

    result = ask(RecordQuery.from_parameters(given))

    assert result.total == 0
    assert suggest(text, None, "en") == []


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters() | st.sampled_from("\"-*()^:|&!<>'\\ \u064b\u0640"), max_size=80))
def test_any_words(text):
    given = QueryDict(mutable=True)
    given["q"] = text

    result = ask(RecordQuery.from_parameters(given))

    assert result.total == len(result.hits)


def test_a_query_that_is_no_words_lists_everything():
    make_record(title="A")

    assert (find('q="((*').total, find("q=%00").total) == (1, 1)
