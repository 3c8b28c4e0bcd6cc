"""Who must have a second factor reaches nothing of theirs without one, by whichever way they signed in."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, hotp_value, yield_hotp_counters_from_time
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import admin
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.cache import cache
from django.urls import ResolverMatch, reverse

from portal.access.second_factor import lacks_factor, second_factor_first
from portal.taxonomy.models import OrganisationType
from tests.factories.mails import last_mail
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db
PASSWORD, SECRET = "a long and odd sentence", "JBSWY3DPEHPK3PXP"
PLACES = ("/", "/matches/", "/organisations/", "/search/", "/fr/needs/", "/join/welcome/")
SET_UP = "/accounts/2fa/"


@pytest.fixture(autouse=True)
def uncounted():
    cache.clear()


def without(user):
    Authenticator.objects.filter(user=user).delete()
    return user


def authority():
    return OrganisationFactory(kind=OrganisationType.objects.get(key="national_mine_action_authority"))


MUST = {
    "editor": lambda: without(editor()),
    "administrator": lambda: without(UserFactory(is_superuser=True, is_staff=True)),
    "focal point of an authority": lambda: without(member_of(authority(), focal_point=True)),
}
NEED_NOT = {
    "member": lambda: member_of(OrganisationFactory()),
    "member of an authority": lambda: member_of(authority()),
    "focal point": lambda: member_of(OrganisationFactory(), focal_point=True),
    "account without membership": UserFactory,
}


@pytest.mark.parametrize("person", MUST)
def test_whoever_lacks_it_is_led_to_set_it_up_from_everywhere(client, person):
    client.force_login(MUST[person]())

    for place in (*PLACES, "/admin/", "/admin/pages/", "/django-admin/"):
        answer = client.get(place)
        assert (answer.status_code, answer.headers["Location"].removeprefix("/fr")) == (302, SET_UP), place
    assert client.post("/join/welcome/").status_code == 302
    assert client.get(SET_UP).status_code == 200
    assert client.get(reverse("account_logout")).status_code == 200


def test_views_of_an_admin_that_are_called_like_those_of_allauth_are_not_exempt(rf):
    request = rf.get("/django-admin/account/emailaddress/")
    request.user, request.session = MUST["administrator"](), {}
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    request._messages = FallbackStorage(request)
    name = "account_emailaddress_changelist"
    request.resolver_match = ResolverMatch(admin.site.index, (), {}, url_name=name, namespaces=["admin"])

    answer = second_factor_first(None).process_view(request, admin.site.index, (), {})

    assert answer.headers["Location"] == SET_UP


def test_no_admin_shows_or_changes_addresses_and_sessions():
    assert not {"account", "mfa", "socialaccount", "usersessions"} & {
        model._meta.app_label for model in admin.site._registry
    }


@pytest.mark.parametrize("person", MUST)
def test_with_a_factor_they_come_in(client, person):
    user = MUST[person]()
    TOTP.activate(user, SECRET)
    client.force_login(user)

    assert client.get("/matches/").status_code == 200


@pytest.mark.parametrize("kind", [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
def test_an_app_and_a_key_count_and_recovery_codes_alone_do_not(kind):
    user = without(editor())
    Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert lacks_factor(user)

    Authenticator.objects.create(user=user, type=kind, data={})
    assert not lacks_factor(user)


@pytest.mark.parametrize("person", NEED_NOT)
def test_nobody_else_is_kept_waiting(client, person):
    client.force_login(NEED_NOT[person]())

    assert client.get("/matches/").status_code == 200


def test_demo_accounts_are_exempt_only_where_they_are_allowed(settings):
    demo, real = (without(editor(UserFactory(email=f"editor@{host}"))) for host in ("demo.example", "xdemo.example"))

    assert (lacks_factor(demo), lacks_factor(real)) == (False, True)
    settings.PORTAL_DEMO_ALLOWED = False
    assert lacks_factor(demo)


def with_password(user):
    user.set_password(PASSWORD)
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


def mailed_code():
    return re.search(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", last_mail().body, re.MULTILINE)[1]


def test_a_mailed_code_signs_in_who_forgot_the_password(client):
    user = with_password(member_of(OrganisationFactory()))
    client.post("/accounts/login/code/", {"email": user.email})
    assert "_auth_user_id" not in client.session

    client.post("/accounts/login/code/confirm/", {"code": mailed_code()})

    assert client.session["_auth_user_id"] == str(user.pk)
    assert UserSession.objects.filter(user=user).count() == 1


def test_a_mailed_code_does_not_stand_for_the_second_factor(client):
    user = with_password(without(editor()))
    TOTP.activate(user, SECRET)
    client.post("/accounts/login/code/", {"email": user.email})
    client.post("/accounts/login/code/confirm/", {"code": mailed_code()})
    assert "_auth_user_id" not in client.session

    code = f"{hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))):06}"
    client.post("/accounts/2fa/authenticate/", {"code": code})
    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_mailed_code_lets_who_lacks_the_factor_only_set_it_up(client):
    user = with_password(without(editor()))
    client.post("/accounts/login/code/", {"email": user.email})
    client.post("/accounts/login/code/confirm/", {"code": mailed_code()})

    assert client.session["_auth_user_id"] == str(user.pk)
    assert client.get("/admin/").headers["Location"] == SET_UP
