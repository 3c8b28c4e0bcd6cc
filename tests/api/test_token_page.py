"""The page of one's own tokens: made after a recent sign-in, shown once, ended by a button."""

import re

import pytest
from django.core.cache import cache

from portal.api.enums import Scope
from portal.api.models import Token
from tests.api.asking import Program, token_of
from tests.factories.people import OrganisationFactory, UserFactory, member_of

pytestmark = pytest.mark.django_db
PASSWORD, PAGE = "a long and odd sentence", "/my/tokens/"
SAID = {"name": "Report", "scopes": ["read"], "expires_on": "2099-01-01"}


@pytest.fixture(autouse=True)
def uncounted():
    cache.clear()


@pytest.fixture
def person(client):
    user = member_of(OrganisationFactory())
    user.set_password(PASSWORD)
    user.save()
    client.force_login(user)
    return user


def confirmed(client):
    return client.post("/accounts/reauthenticate/", {"password": PASSWORD})


def said(**other):
    from datetime import timedelta

    from django.utils import timezone

    return {**SAID, "expires_on": (timezone.localdate() + timedelta(days=9)).isoformat(), **other}


def test_a_token_is_made_after_a_recent_sign_in_and_shown_once(client, person):
    answer = client.post(PAGE, said())
    assert answer.status_code == 302
    assert "/accounts/reauthenticate/" in answer["Location"]
    assert not Token.objects.exists()

    confirmed(client)
    Token.objects.all().delete()
    answer = client.post(PAGE, said())

    (text,) = re.findall(r"maim_[\w-]{43}", answer.content.decode())
    assert Program(token=text).ask("records/").status_code == 200
    assert text not in client.get(PAGE).content.decode()
    assert "Report" in client.get(PAGE).content.decode()


def test_what_is_wrong_stands_in_the_form(client, person):
    confirmed(client)

    answer = client.post(PAGE, {"name": "", "scopes": [], "expires_on": "2099-01-01"})

    assert answer.status_code == 400
    assert set(answer.context["form"].errors) == {"name", "scopes"}
    assert set(client.post(PAGE, SAID).context["form"].errors) == {"expires_on"}
    assert not Token.objects.exists()


def test_a_button_ends_it(client, person):
    program = Program(person, Scope.READ)
    token, other = Token.objects.get(), token_of(member_of(OrganisationFactory()))

    assert client.get(f"{PAGE}{token.key}/end/").status_code == 405
    assert client.post(f"{PAGE}{Token.objects.exclude(pk=token.pk).get().key}/end/").status_code == 404
    assert client.post(f"{PAGE}{token.key}/end/").status_code == 302
    assert program.ask("records/").status_code == 401
    assert Program(token=other).ask("records/").status_code == 200


def test_it_is_for_the_community(client):
    assert client.get(PAGE).status_code == 302
    client.force_login(UserFactory())
    assert client.get(PAGE).status_code == 404
