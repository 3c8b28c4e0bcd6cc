"""Signing in with the account of an organisation: who has an account here comes in, nobody else gets one."""

from urllib.parse import parse_qs, urlsplit

import environ
import pytest
from allauth.socialaccount.models import SocialAccount

from portal.settings.oidc import providers
from portal.users.models import User
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.joining.issuer import issuer

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/oidc/organisation/login/"


@pytest.fixture
def person():
    """What the issuer says of whoever signs in there."""
    return {"sub": "17", "email": "newly@example.org", "email_verified": True}


@pytest.fixture
def come_back(client, settings, person):
    """Goes to the issuer and comes back signed in there; gives the portal's answer."""
    with issuer(person) as address:
        env = environ.FileAwareEnv()
        env.ENVIRON = {
            "OIDC_ISSUER": address, "OIDC_CLIENT_ID": "portal", "OIDC_CLIENT_SECRET": "secret",
            "OIDC_NAME": "Our organisation",
        }  # fmt: skip
        settings.SOCIALACCOUNT_PROVIDERS = providers(env)

        def go():
            there = client.get(LOGIN).headers["Location"]
            assert there.startswith(address)
            state = parse_qs(urlsplit(there).query)["state"][0]
            return client.get(f"{LOGIN}callback/", {"code": "1", "state": state})

        yield go


def with_address(user):
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


def test_who_has_an_account_comes_in(client, come_back):
    user = with_address(member_of(OrganisationFactory(), user=UserFactory(email="newly@example.org")))
    assert "Sign in with Our organisation" in client.get("/accounts/login/").text

    assert come_back().status_code == 302

    assert client.session["_auth_user_id"] == str(user.pk)


def test_nobody_gets_an_account_by_it(client, come_back):
    answer = come_back()

    assert "No account yet" in answer.text
    assert not User.objects.filter(email="newly@example.org").exists()
    assert "_auth_user_id" not in client.session


def test_an_address_that_the_issuer_has_not_confirmed_is_nobodys(client, come_back, person):
    with_address(member_of(user=UserFactory(email="newly@example.org")))
    person["email_verified"] = False

    come_back()

    assert "_auth_user_id" not in client.session


def test_an_address_that_somebody_added_here_and_never_confirmed_is_nobodys(client, come_back):
    other = with_address(member_of(OrganisationFactory()))
    other.emailaddress_set.create(email="newly@example.org")

    come_back()

    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_a_second_address_that_was_confirmed_here_counts(client, come_back):
    user = with_address(member_of(OrganisationFactory()))
    user.emailaddress_set.create(email="newly@example.org", verified=True)

    come_back()

    assert client.session["_auth_user_id"] == str(user.pk)


def test_the_second_factor_is_asked_for_all_the_same(client, come_back):
    with_address(editor(UserFactory(email="newly@example.org")))

    assert come_back().headers["Location"] == "/accounts/2fa/authenticate/"
    assert "_auth_user_id" not in client.session


def test_who_lacks_the_second_factor_only_sets_it_up(client, come_back):
    user = with_address(editor(UserFactory(email="newly@example.org")))
    user.authenticator_set.all().delete()

    come_back()

    assert client.get("/admin/").headers["Location"] == "/accounts/2fa/"


def test_without_the_setting_there_is_no_such_door(client):
    assert client.get(LOGIN).status_code == 404
    assert "Sign in with" not in client.get("/accounts/login/").text
    env = environ.Env()
    env.ENVIRON = {}
    assert providers(env) == {}
