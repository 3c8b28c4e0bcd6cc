"""From the page of an entry to its form: for who writes it, and for nobody else."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.access.enums import Level
from portal.core.page_paths import path_of_page
from portal.records.registry import kind_of
from tests.factories.events import make_event, with_role
from tests.factories.needs import make_holding
from tests.factories.partnerships import make_idea
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db
MADE = {"case study": make_record, "holding": make_holding, "idea": make_idea, "event": make_event}


@pytest.fixture
def people():
    organisation = OrganisationFactory()
    found = {
        "visitor": None, "focal point": member_of(organisation, focal_point=True), "author": member_of(organisation),
        "colleague": member_of(organisation), "stranger": member_of(OrganisationFactory()), "editor": editor(),
    }  # fmt: skip
    return organisation, found


def says(user, page, words):
    client = Client()
    if user:
        client.force_login(user)
    return words in client.get(path_of_page(page)).text


@pytest.mark.parametrize("made", MADE)
def test_who_writes_it_is_led_to_its_form(people, made):
    organisation, users = people
    page = MADE[made]()
    decide(page, listed_to=Level.PUBLIC, owner=organisation)
    page.identity.contributors.add(users["author"])
    url = f'href="{reverse("contribute:overview", args=[kind_of(page), page.identity.code])}"'

    assert {who for who, user in users.items() if says(user, page, url)} == {"focal point", "author"}


def test_who_runs_an_event_is_led_to_its_programme():
    organisation = OrganisationFactory()
    page = make_event(organisations=[with_role(organisation, "facilitator")])
    decide(page, listed_to=Level.PUBLIC)
    facilitator, stranger = member_of(organisation), member_of(OrganisationFactory())

    assert [says(user, page, "Change the programme") for user in (facilitator, stranger, None)] == [True, False, False]
    assert not says(facilitator, page, "Change it")
