"""The canary sweep for those to whom something more is open: no address tells them a word too many."""

import pytest

from tests.access.addresses import ROWS

PEOPLE = ("staff", "grantee", "focal point")


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("name", sorted(ROWS))
def test_no_address_tells_more_than_its_reader_may_see(name, who, sweep):
    assert sweep.of(who, name) == {}
