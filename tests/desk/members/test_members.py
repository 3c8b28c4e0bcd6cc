"""The list of members: for members, of those who agreed, and of nobody else."""

import pytest
from django.urls import reverse

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.home.navigation import Navigation
from portal.taxonomy.models import Country, Expertise
from tests.factories.people import OrganisationFactory, UserFactory, member_of

pytestmark = pytest.mark.django_db
URL = reverse("member_directory:members")
MOST_QUERIES = 25


def names(client, **query):
    return {member.user.last_name for member in client.get(URL, query).context["page"].object_list}


@pytest.fixture
def reading(client, people):
    client.force_login(people["member"])
    return client


def test_it_is_for_members_and_editors(client, people):
    def status(user):
        client.logout()
        if user:
            client.force_login(user)
        return client.get(URL).status_code

    assert {who for who, user in people.items() if status(user) == 200} == {
        "member", "member of nothing", "editor", "clerk",
    }  # fmt: skip
    assert status(None) == 302


def test_nobody_is_there_who_did_not_agree(reading, listed):
    listed("Newly", "Joined")
    listed("Gone", "Former", is_active=False)
    closed = listed("Closed", "Account")
    closed.is_active = False
    closed.save()
    member_of(user=UserFactory(first_name="Not", last_name="Listed"), role="analyst")

    answer = reading.get(URL)

    assert names(reading) == {"Joined"}
    assert "1 member" in answer.text
    assert names(reading, q="Listed") == names(reading, q="analyst") == set()
    assert not {"Former", "Listed", "Account"} & set(answer.text.split())


def test_no_address_is_shown(reading, listed):
    user = listed()

    assert user.email not in reading.get(URL).text
    assert user.email not in reading.get(reverse("member_directory:write", args=[user.member.contact_key])).text


def test_it_is_narrowed(reading, listed):
    organisation, country = OrganisationFactory(), Country.objects.get(key="irq")
    one, other = Expertise.objects.all()[:2]
    listed("A", "Expert").member.expertise.add(one)
    listed("A", "Second").member.expertise.add(other)
    listed("A", "Local").member.countries.add(country)
    listed("A", "Colleague", organisation)
    listed("A", "Reader", languages=["ar"], role="information officer")

    assert names(reading, expertise=one.key) == {"Expert"}
    assert names(reading, country="irq") == {"Local"}
    assert names(reading, organisation=organisation.code) == {"Colleague"}
    assert names(reading, language="ar") == {"Reader"}
    assert names(reading, q="reader a") == names(reading, q="officer") == {"Reader"}
    assert names(reading, language="ar", country="irq") == names(reading, expertise="nothing-such") == set()


def test_organisations_are_named_to_who_may_know_of_them(reading, client, people, listed):
    hidden = OrganisationFactory(name_en="Quiet organisation")
    left = OrganisationFactory(name_en="Former organisation")
    user = listed("Newly", "Joined", hidden, left)
    user.member.memberships.filter(organisation=left).update(is_active=False)
    RecordIdentity.objects.filter(pk=hidden.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)

    for_members = reading.get(URL).text
    narrowed = names(reading, organisation=hidden.code)
    client.force_login(people["editor"])

    assert "Quiet" not in for_members
    assert narrowed == set()
    assert "Quiet" in client.get(URL).text
    assert "Former organisation" not in client.get(URL).text


def test_organisations_of_the_unlisted_are_not_offered(reading):
    member_of(OrganisationFactory(name_en="Organisation of the unlisted"))

    assert "Organisation of the unlisted" not in reading.get(URL).text


def test_what_nobody_listed_has_is_not_offered(reading, listed):
    one, other = Expertise.objects.all()[:2]
    listed().member.expertise.add(one)
    member_of().member.expertise.add(other)

    offered = reading.get(URL).context["form"].fields

    assert list(offered["expertise"].queryset) == [one]
    assert list(offered["country"].queryset) == []


def test_the_number_of_queries_is_the_same_for_any_number_of_rows(reading, listed, django_assert_max_num_queries):
    numbers = []
    for _more in range(2):
        for number in range(3):
            user = listed(f"A{number}", "B", OrganisationFactory(), languages=["en"])
            user.member.expertise.set(Expertise.objects.all()[:2])
            user.member.countries.set(Country.objects.all()[:2])
        reading.get(URL)
        with django_assert_max_num_queries(MOST_QUERIES) as queries:
            reading.get(URL)
        numbers.append(len(queries))

    assert numbers[0] == numbers[1]


def test_the_menu_shows_it_to_members(rf, people):
    def is_in_menu(user):
        request = rf.get("/")
        if user:
            request.user = user
        return "/members/" in {link.url for section in Navigation(request).menu for link in section.links}

    assert {who for who, user in people.items() if is_in_menu(user)} == {
        "member", "member of nothing", "editor", "clerk",
    }  # fmt: skip
