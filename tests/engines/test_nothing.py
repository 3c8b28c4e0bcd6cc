"""A search that finds nothing is answered, whatever the size of its pages."""

import pytest
from django.http import QueryDict

from portal.search.engines import engine
from portal.search.query import RecordQuery

pytestmark = [pytest.mark.django_db, pytest.mark.engines]


@pytest.mark.parametrize("size", [1, 3, 20])
def test_no_hit_on_pages_of_any_size(size):
    query = RecordQuery.from_parameters(QueryDict("q=zeppelin&page=7"))
    query.page_size = size

    result = engine().search(query, None, "en")

    assert (result.total, result.hits, result.page) == (0, [], 1)
