"""The pages that a list leads to."""

import pytest

from portal.core.paging import pages_around


@pytest.mark.parametrize(
    ("page", "last", "numbers"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (9, 9, [1, None, 7, 8, 9]),
        (4, 9, [1, 2, 3, 4, 5, 6, None, 9]),
    ],
)
def test_the_first_the_last_and_those_around(page, last, numbers):
    found = pages_around(page, last, "?page={}".format)

    assert [number for number, _, _ in found] == numbers
    assert [number for number, _, is_here in found if is_here] == [page]
    assert all(url == (f"?page={number}" if number else "") for number, url, _ in found)
