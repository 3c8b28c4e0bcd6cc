"""A search that finds nothing is answered, whatever the size of its pages."""

import pytest
from django.http import QueryDict

from portal.search.query import RecordQuery
from tests.engines.conftest import ask
from tests.factories.records import make_record

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.mark.parametrize("size", [1, 3, 20])
def test_no_hit_on_pages_of_any_size(size):
    query = RecordQuery.from_parameters(QueryDict("q=zeppelin&page=7"))
    query.page_size = size

    result = ask(query)

    assert (result.total, result.hits, result.page) == (0, [], 1)


def test_what_is_not_answered_finds_nothing_and_says_so():
    make_record(title="Is Mosul safe")

    result = ask(RecordQuery.from_parameters(QueryDict("q=is+Mosul+safe?")))

    assert (result.total, result.hits, result.facets) == (0, [], {})
    assert result.notices == ["This portal cannot say whether a place is safe."]
