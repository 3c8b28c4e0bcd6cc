"""Whom a record's page names: who took part, owns and keeps, whom to ask; and of whom one may not know."""

import re

import pytest
from django.test import Client

from case_studies.models import CaseStudyParty
from portal.access.enums import Level
from portal.access.models import RecordIdentity
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide, make_record
from tests.records.test_presentation import text_of

pytestmark = pytest.mark.django_db


def test_a_party_that_one_may_not_know_of_is_named_without_address():
    shown, hidden = OrganisationFactory(name_en="Open Org"), OrganisationFactory(name_en="Hidden Org")
    role = ParticipantRole.objects.first()
    page = make_record(organisations=[RecordOrganisation(organisation=each, role=role) for each in (shown, hidden)])
    narrow(hidden)

    parties = Client().get(page.url).context["record"].organisations

    assert [(party.name, party.url) for party in parties] == [
        ("Open Org", shown.get_absolute_url()),
        ("Hidden Org", ""),
    ]


def narrow(organisation):
    RecordIdentity.objects.filter(pk=organisation.key).update(listed_to=Level.OWNER, details_to=Level.OWNER)


def test_owner_and_keeper_stand_among_the_key_facts():
    owner, keeper = OrganisationFactory(name_en="Owner"), OrganisationFactory(name_en="Keeper")
    page = make_record()
    decide(page, listed_to=Level.PUBLIC, owner=owner, custodian=keeper)

    facts = {fact.name: fact.values for fact in Client().get(page.url).context["record"].facts}

    assert facts["owner"] == (("Owner", owner.get_absolute_url()),)
    assert facts["custodian"] == (("Keeper", keeper.get_absolute_url()),)


def closed_notice(url, user=None):
    notice = re.search(r'<div class="notice">(.*?)</div>', text_of(url, user), re.DOTALL)[1]
    return re.findall(r'<a href="([^"]*)">', notice), notice


def test_who_sees_the_card_only_is_told_whom_to_ask():
    taking_part, keeper, owner = (OrganisationFactory(name_en=name) for name in ("Taking part", "Keeper", "Owner"))
    role = ParticipantRole.objects.first()
    page = make_record(details_to=Level.OWNER)
    sign_in = f"/accounts/login/?next={page.url}"

    assert closed_notice(page.url)[0] == ["/about/", sign_in]
    page.organisations.set([RecordOrganisation(organisation=taking_part, role=role)])
    page.save_revision().publish()
    assert closed_notice(page.url)[0] == [taking_part.get_absolute_url(), sign_in]
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER, custodian=keeper)
    assert closed_notice(page.url)[0] == [keeper.get_absolute_url(), sign_in]
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=owner)
    assert closed_notice(page.url, member_of())[0] == [owner.get_absolute_url()]


def test_whom_to_ask_has_no_address_that_one_may_not_know_of():
    owner = OrganisationFactory(name_en="Hidden Org")
    page = make_record()
    decide(page, listed_to=Level.PUBLIC, details_to=Level.OWNER, owner=owner)
    narrow(owner)

    addresses, notice = closed_notice(page.url)

    assert "Hidden Org" in notice
    assert owner.get_absolute_url() not in addresses


def test_place_and_owner_stand_once_among_the_key_facts():
    owner = OrganisationFactory(name_en="Owner")
    role = ParticipantRole.objects.get(key="data_owner")
    page = make_record(place="Kyiv oblast", organisations=[RecordOrganisation(organisation=owner, role=role)])
    decide(page, listed_to=Level.PUBLIC, owner=owner)

    names = re.findall(r"<dt>(.*?)</dt>", text_of(page.url))

    assert [names.count(name) for name in ("Place", "Data owner", "Owner of this text", "Owner")] == [1, 1, 1, 0]


def test_who_took_part_without_a_name_keeps_its_brackets_in_arabic():
    role = ParticipantRole.objects.get(key="data_provider")
    page = make_record(other_parties=[CaseStudyParty(words="Families of victims", role=role)])

    text = text_of(f"/ar{page.url}")

    assert (
        f'<bdi lang="en" dir="ltr">Families of victims</bdi> <small class="soft">(<bdi>{role.label_ar}</bdi>)' in text
    )
