"""What keeps proceedings from being published leads to where that is changed, for who may change it."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.access.enums import Level
from tests.factories.people import member_of
from tests.factories.proceedings import Workshop
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


def test_an_event_that_members_cannot_read_leads_its_writers_to_who_may_see_it():
    workshop = Workshop()
    decide(workshop.event, listed_to=Level.OWNER, owner=workshop.host)
    client = Client()
    client.force_login(member_of(workshop.host, focal_point=True))
    answer = client.post(reverse("proceedings:publish", args=[workshop.event.slug]), follow=True)
    url = reverse("contribute:who", args=["events", workshop.event.identity.code])

    assert f'href="{url}"' in answer.text
    assert client.get(url).status_code == 200
