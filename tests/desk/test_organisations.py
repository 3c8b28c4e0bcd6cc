"""Organisations: listed to who may know of them, each with the entries that name it of which the reader may know."""

import json
import re

import pytest
from django.test import Client

from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db


def ask(url, user=None):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(url)


def role():
    return ParticipantRole.objects.first()


def named_in(organisation, user=None):
    listing = ask(organisation.get_absolute_url(), user).context["listing"]
    return {hit.title for hit in listing.hits}


@pytest.fixture
def hidden():
    organisation = OrganisationFactory(name_en="Hidden")
    RecordIdentity.objects.filter(pk=organisation.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)
    return organisation


def test_every_way_to_be_named_counts_of_what_the_reader_may_know_of():
    organisation = OrganisationFactory()
    make_record(title="Takes part", organisations=[RecordOrganisation(organisation=organisation, role=role())])
    decide(make_record(title="Owns"), listed_to=Level.PUBLIC, owner=organisation)
    decide(make_record(title="Keeps"), listed_to=Level.MEMBERS, custodian=organisation)
    decide(make_record(title="Narrow"), listed_to=Level.OWNER, owner=organisation)
    make_record(title="Of another", organisations=[RecordOrganisation(organisation=OrganisationFactory(), role=role())])

    assert named_in(organisation) == {"Takes part", "Owns"}
    assert named_in(organisation, member_of()) == {"Takes part", "Owns", "Keeps"}
    assert named_in(organisation, member_of(organisation, focal_point=True)) == {
        "Takes part",
        "Owns",
        "Keeps",
        "Narrow",
    }


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_a_hidden_one_answers_as_an_absent_one(hidden, prefix):
    address = f"{prefix}/organisations/{hidden.slug}/"

    absent, answer = ask(f"{prefix}/organisations/never-was-0000/"), ask(address)

    assert (absent.status_code, absent.content) == (404, answer.content)
    assert ask(address, editor()).status_code == 200


def test_names_are_those_of_the_readers_language():
    organisation = OrganisationFactory(name_en="Mine Office", name_fr="Bureau des mines", name_ar="مكتب الألغام")
    answers = [ask(f"{prefix}/organisations/{organisation.slug}/") for prefix in ("", "/fr", "/ar")]

    titles = [re.search(r"<h1><bdi>(.*?)</bdi>", answer.text)[1] for answer in answers]

    assert titles == ["Mine Office", "Bureau des mines", "مكتب الألغام"]


def test_programs_are_told_its_names():
    organisation = OrganisationFactory(name_en="Mine Office", name_fr="Bureau des mines")

    data = json.loads(re.search(r'ld\+json">(.*?)</script>', ask(f"/organisations/{organisation.slug}/").text)[1])

    assert (data["@type"], data["name"]) == ("Organization", "Mine Office")
    assert data["alternateName"] == ["Bureau des mines"]
    assert data["identifier"] == organisation.code


def test_the_larger_one_is_named_to_who_may_know_of_it(hidden):
    part = OrganisationFactory(part_of=hidden)

    assert "Hidden" not in ask(part.get_absolute_url()).text
    assert "Hidden" in ask(part.get_absolute_url(), editor()).text


@pytest.mark.parametrize("number", [1, 12])
def test_lists_take_the_same_queries(django_assert_max_num_queries, number):
    organisation = OrganisationFactory()
    for count in range(number):
        rows = [RecordOrganisation(organisation=each, role=role()) for each in (organisation, OrganisationFactory())]
        make_record(title=f"Case {count}", organisations=rows)

    for url in ("/organisations/", organisation.get_absolute_url()):
        ask(url)
        with django_assert_max_num_queries(15):
            ask(url)
