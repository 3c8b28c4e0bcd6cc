"""What visitors may know of is kept in memory between requests, until anything is written."""

import pytest

from portal.access.enums import Level
from practices.exchange.queries.entries import entries_for
from tests.exchange.looking import flows
from tests.factories.people import editor
from tests.factories.platforms import make_flow
from tests.factories.records import decide

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_kept_goes_with_the_next_thing_written_and_is_for_visitors_alone():
    make_flow("One")
    assert flows() == ["One"]
    assert entries_for(None) is entries_for(None)
    make_flow("Two")
    hidden = make_flow("Three", listed_to=Level.OWNER)

    assert flows() == ["One", "Two"]
    assert flows(user=editor()) == ["One", "Three", "Two"]
    assert flows() == ["One", "Two"]
    decide(hidden, listed_to=Level.PUBLIC)
    assert flows() == ["One", "Three", "Two"]
