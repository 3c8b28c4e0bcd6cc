"""The canary sweep for editors, who see most: no address tells them a word too many, and they see every canary.

In a file of its own, so that two cores share the sweep.
"""

import pytest
from django.db import connection

from tests.access.addresses import ROWS
from tests.access.sweep import ASKS_ALL


@pytest.mark.parametrize("name", sorted(ROWS))
def test_no_address_tells_more_than_its_reader_may_see(name, sweep):
    assert sweep.of(ASKS_ALL, name) == {}


def test_every_canary_was_seen(sweep):
    """Else the sweep would prove nothing: it would look for words that no page prints."""
    if connection.vendor != "sqlite":
        pytest.skip("On PostgreSQL one in three addresses is asked (Sweep.of)")
    assert sweep.unseen(ASKS_ALL) == []
