"""Ways in: from a match, a need or nothing at all; what the writer may not know of is filled in for nobody."""

import pytest
from django.http import QueryDict

from portal.access.enums import Level
from practices.needs.renewing import renew_all
from practices.partnerships.models import IdeaPage
from practices.partnerships.prefill import prefill
from tests.desk.contribute.filling import path_of, type_in
from tests.factories.events import make_event, make_session
from tests.factories.needs import make_holding, make_need
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db
FORM = "/contribute/partnerships/"


@pytest.fixture
def writing(client):
    client.user = member_of(OrganisationFactory())
    client.force_login(client.user)
    return client


def asked(*pages):
    return "&".join(f"join={page.identity.code}" for page in pages)


def test_a_match_becomes_an_idea_that_joins_both(writing):
    need, holding = make_need(), make_holding()
    typed = {"title": "Schools together", "idea": "Both sides meet."}

    second = path_of(type_in(writing, f"{FORM}?{asked(need, holding)}", **typed))

    page = IdeaPage.objects.get(title="Schools together")
    draft = page.get_latest_revision_as_object()
    assert [row.target_id for row in draft.joins.all()] == [need.key, holding.key]
    assert [country.key for country in draft.countries.all()] == ["irq"]
    assert need.identity.code in writing.get(second).text


def test_the_first_step_says_what_it_joins_and_offers_the_owner_of_the_data(writing):
    owner = OrganisationFactory(name_en="Who owns the data")
    need, holding = make_need(title="What is needed"), make_holding(title="What is held")
    decide(holding, listed_to=Level.PUBLIC, owner=owner)
    address = f"{FORM}?{asked(need, holding)}"
    text = writing.get(address).text
    assert all(f'href="{page.url}"' in text for page in (need, holding))

    type_in(writing, address, title="Schools together", idea="Both sides meet.")
    draft = IdeaPage.objects.get(title="Schools together").get_latest_revision_as_object()
    assert [(row.organisation, row.role.key) for row in draft.organisations.all()] == [(owner, "partner")]


def test_an_owner_that_one_may_not_know_of_is_no_partner_that_is_offered(writing):
    hidden, holding = OrganisationFactory(name_en="Hidden depot"), make_holding()
    decide(hidden, listed_to=Level.OWNER)
    decide(holding, listed_to=Level.PUBLIC, owner=hidden)

    def offered(user):
        page = IdeaPage()
        prefill(page, user, QueryDict(asked(holding)))
        return [row.organisation for row in page.organisations.all()]

    assert [offered(user) for user in (writing.user, editor())] == [[], [hidden]]


def test_ones_own_organisation_is_no_partner_that_is_offered(writing):
    (own,) = writing.user.member.memberships.values_list("organisation", flat=True)
    holding = make_holding()
    decide(holding, listed_to=Level.PUBLIC, owner_id=own)

    page = IdeaPage()
    prefill(page, writing.user, QueryDict(asked(holding)))
    assert page.organisations.count() == 0


def test_what_one_may_not_know_of_begins_nothing(writing):
    hidden = make_holding(title="A hidden one", listed_to=Level.OWNER)

    texts = [writing.get(f"{FORM}?join={code}").text for code in (hidden.identity.code, "DH-ZZZZ")]
    page = IdeaPage()
    begun = prefill(page, writing.user, QueryDict(f"{asked(hidden)}&event={hidden.identity.code}&session=x"))

    assert (begun, page.joins.count(), page.born_event_id) == ({}, 0, None)
    assert "A hidden one" not in texts[0]
    assert texts[0].count("checked") == texts[1].count("checked")


def test_a_session_begins_an_idea_where_its_event_is_the_one_that_is_named(writing):
    here, there = (make_session() for _ in range(2))
    event = make_event(sessions=[here], listed_to=Level.MEMBERS)
    make_event("Another", sessions=[there], listed_to=Level.MEMBERS)
    card = make_event("Only its card", sessions=[make_session()], listed_to=Level.MEMBERS, details_to=Level.OWNER)
    closed = make_event("Closed", sessions=[make_session()], listed_to=Level.OWNER)

    def born(event, session):
        page = IdeaPage()
        prefill(page, writing.user, QueryDict(f"event={event.identity.code}&session={session}"))
        return page.born_event_id, page.born_session

    assert born(event, here.translation_key) == (event.key, here.translation_key)
    assert [born(event, each) for each in (there.translation_key, "nonsense")] == [(event.key, None)] * 2
    assert born(card, card.sessions.get().translation_key) == (card.key, None)
    assert born(closed, closed.sessions.get().translation_key) == (None, None)


def test_a_match_and_a_need_lead_to_the_form(writing):
    need, holding = make_need(), make_holding()
    renew_all()

    text = writing.get(need.url).text

    assert f"{FORM}?join={need.identity.code}" in text
    assert f"{FORM}?{asked(need, holding).replace('&', '&amp;')}" in text
