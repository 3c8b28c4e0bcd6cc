"""The canary sweep for those to whom little or nothing is open: no address tells them a word too many.

In a file of its own, so that two cores share the sweep.
"""

import pytest

from tests.access.addresses import ROWS

PEOPLE = ("visitor", "stranger", "named", "former grantee")


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("name", sorted(ROWS))
def test_no_address_tells_more_than_its_reader_may_see(name, who, sweep):
    assert sweep.of(who, name) == {}
