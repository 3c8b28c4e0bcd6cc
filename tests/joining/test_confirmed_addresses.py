"""An address that somebody added and never confirmed opens nothing; one that they confirmed is theirs everywhere."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from portal.core.retention import keep_retention
from portal.directory.models import Member
from portal.directory.services import open_account
from tests.factories.joining import invited
from tests.factories.mails import last_mail, mails_to
from tests.factories.people import OrganisationFactory, editor, member_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long and odd sentence"
TYPED = {"first_name": "Newly", "last_name": "Joined", "password": PASSWORD, "languages": ["ar"]}
SECOND = "second@example.org"


@pytest.fixture
def person():
    user = member_of(OrganisationFactory())
    user.set_password(PASSWORD)
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


def mailed(path, email):
    """The subject of the mail that who asks for a code or a reset there gets."""
    Client().post(path, {"email": email})
    return last_mail().subject


@pytest.mark.parametrize("path", ["/accounts/login/code/", "/accounts/password/reset/"])
def test_codes_and_resets_go_to_confirmed_addresses_alone(person, path):
    added = person.emailaddress_set.create(email=SECOND)
    assert mailed(path, SECOND) == mailed(path, "nobody@example.org") != mailed(path, person.email)

    added.verified = True
    added.save()

    assert mailed(path, SECOND) == mailed(path, person.email)


def test_an_invitation_to_a_second_address_is_joined_with_the_account_it_opens(client, person):
    person.emailaddress_set.create(email=SECOND, verified=True)
    organisation = OrganisationFactory()
    _invitation, token = invited(SECOND, organisation=organisation)
    path = f"/join/invitation/{token}/"
    assert client.post(path, TYPED).status_code == 200

    client.force_login(person)
    assert client.post(path).status_code == 302

    assert person.member.memberships.filter(organisation=organisation, is_active=True).exists()


def test_an_invitation_to_an_address_that_somebody_only_added_opens_an_account(client, person):
    person.emailaddress_set.create(email=SECOND)
    _invitation, token = invited(SECOND)

    client.post(f"/join/invitation/{token}/", TYPED)

    assert client.session["_auth_user_id"] == str(Member.objects.exclude(user=person).get(user__email=SECOND).user_id)


def test_a_closed_account_with_that_second_address_is_opened_again_by_an_editor(client, person):
    person.emailaddress_set.create(email=SECOND, verified=True)
    person.is_active = False
    person.save()
    _invitation, token = invited(SECOND, by=editor())

    client.post(f"/join/invitation/{token}/", TYPED)

    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_administrators_form_finds_the_account_of_a_second_address(person):
    person.emailaddress_set.create(email=SECOND, verified=True)

    assert open_account(email=SECOND) == person


def test_unconfirmed_addresses_go_two_weeks_after_the_last_mail(client, person):
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/email/", {"email": SECOND, "action_add": ""})
    assert mails_to(SECOND) == ["account"]

    keep_retention(timezone.now() + timedelta(days=13))
    assert person.emailaddress_set.filter(email=SECOND).exists()

    keep_retention(timezone.now() + timedelta(days=15))
    assert list(person.emailaddress_set.values_list("email", flat=True)) == [person.email]


@pytest.mark.parametrize("contact", ["", "editors@example.org"])
def test_who_cannot_choose_a_password_is_told_whom_to_write_or_nothing(client, settings, contact):
    settings.SITE_CONTACT = contact

    text = client.get("/accounts/password/reset/").text.split("<main")[1]

    assert "contact us" not in text
    assert ("mailto:editors@example.org" in text) == bool(contact)
