"""Who has signed in is led to the matches of their organisation from where they look at needs and holdings."""

import pytest
from django.test import Client

from tests.factories.people import member_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/exchange/", "/holdings/", "/needs/", "/fr/exchange/"])
def test_members_are_led_to_their_matches_and_visitors_are_not(path):
    member = Client()
    member.force_login(member_of())
    link = f'href="{"/fr" if path.startswith("/fr") else ""}/matches/"'

    assert link in member.get(path).text
    assert link not in Client().get(path).text
