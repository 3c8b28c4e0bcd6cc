"""The doors of the two admins: nobody but editors and administrators learns that there is anything behind them."""

import re
from functools import cache

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, hotp_value, yield_hotp_counters_from_time
from django.urls import URLPattern, get_resolver, reverse
from django.urls.resolvers import RegexPattern
from django.utils.regex_helper import normalize

from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

PASSWORD = "a long and odd sentence"
ARGUMENT = re.compile(r"<(?:(\w+):)?\w+>")
VALUES = {"uuid": "00000000-0000-0000-0000-000000000000", "slug": "x", "str": "x"}
ABSENT = "/no-such-address/"
ADMINS = ("admin/", "django-admin/")
OPEN = {"/admin/login/", "/django-admin/login/", "/admin/logout/", "/django-admin/logout/"}
"""These lead to the one sign-in, and to sign-out, for everybody alike."""
SHUT = ("/admin/password_reset/", "/django-admin/password_change/")
"""These are absent for everybody."""


@cache
def admin_addresses():
    """Every address of both admins, its arguments filled with something."""
    stack = [
        ("/", pattern) for pattern in get_resolver().url_patterns if str(pattern.pattern).lstrip("^").startswith(ADMINS)
    ]
    found = set()
    while stack:
        prefix, pattern = stack.pop()
        address = prefix + _filled(pattern.pattern)
        if isinstance(pattern, URLPattern):
            found.add(address)
        else:
            stack += [(address, each) for each in pattern.url_patterns]
    return sorted(found)


def guarded_addresses():
    """Those that have a door of their own: all but sign-in and sign-out."""
    return [address for address in admin_addresses() if address not in OPEN]


def _filled(pattern):
    """The text of a pattern, its arguments filled in."""
    if isinstance(pattern, RegexPattern):
        text, names = normalize(pattern.regex.pattern)[0]
        return text % dict.fromkeys(names, "1")
    return ARGUMENT.sub(lambda match: VALUES.get(match.group(1), "1"), str(pattern))


MEMBERS = {
    "member": lambda: member_of(OrganisationFactory()),
    "focal point": lambda: member_of(OrganisationFactory(), focal_point=True),
    "account without membership": UserFactory,
}


def told(response):
    """All that an answer tells: status, headers and body."""
    return response.status_code, sorted(response.headers.items()), response.content


def test_the_list_of_addresses_is_that_of_the_admins():
    for name in ("wagtailadmin_home", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog", "review_queue:index"):
        assert reverse(name) in admin_addresses()
    assert "/django-admin/" in admin_addresses()
    assert len(admin_addresses()) > 400


@pytest.mark.parametrize("person", MEMBERS)
def test_who_is_no_editor_gets_the_answer_of_an_absent_address(client, person):
    client.force_login(MEMBERS[person]())
    absent = told(client.get(ABSENT))

    different = [a for a in guarded_addresses() if told(client.get(a)) != absent]

    assert different == []


METHODS = ("post", "head", "options", "put", "delete")


@pytest.mark.parametrize("method", METHODS)
def test_other_methods_tell_no_more(client, method):
    """Each address by one of them in turn: the same door stands before all methods."""
    client.force_login(member_of())
    ask = getattr(client, method)
    absent = told(ask(ABSENT))

    different = [a for a in guarded_addresses()[METHODS.index(method) :: len(METHODS)] if told(ask(a)) != absent]

    assert different == []


def test_visitors_are_led_to_the_sign_in(client):
    answers = {a: client.get(a) for a in guarded_addresses() if not a.startswith(SHUT)}

    doors = {answer.headers.get("Location", "").split("?")[0] for answer in answers.values()}
    assert doors == {"/accounts/login/"}


@pytest.mark.parametrize("prefix", ["", "/fr", "/ar"])
def test_there_is_no_third_door(client, prefix):
    absent = told(client.get(f"{prefix}{ABSENT}"))

    for address in ("/_util/login/", "/_util/authenticate_with_password/1/1/"):
        assert told(client.get(prefix + address)) == absent


@pytest.mark.parametrize("address", ["/admin/login/", "/django-admin/login/", "/_util/login/", "/fr/_util/login/"])
def test_a_password_signs_in_at_no_other_door(client, address):
    user = with_password(editor())

    for names in ({"username": user.email}, {"login": user.email}):
        client.post(address, {**names, "password": PASSWORD, "next": "/admin/"})

    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "address", ["/admin/password_reset/", "/admin/password_reset/confirm/MQ/x-y/", "/django-admin/password_change/"]
)
def test_passwords_are_changed_at_no_other_door(client, address):
    for user in (None, member_of(), editor()):
        if user:
            client.force_login(user)
        assert told(client.get(address)) == told(client.get(ABSENT))


def test_the_password_alone_signs_nobody_in_who_has_a_second_factor(client):
    user = with_password(editor())
    Authenticator.objects.filter(user=user).delete()
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(user, secret)
    assert Authenticator.objects.filter(user=user).count() == 1
    assert get_adapter().is_mfa_enabled(user)

    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session
    assert client.get("/admin/").headers["Location"].startswith("/accounts/login/")
    client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert "_auth_user_id" not in client.session

    code = f"{hotp_value(secret, next(iter(yield_hotp_counters_from_time()))):06}"
    client.post("/accounts/2fa/authenticate/", {"code": code})
    assert client.session["_auth_user_id"] == str(user.pk)


def test_editors_come_in_and_stay_out_of_djangos_admin(client):
    client.force_login(editor())

    assert client.get("/admin/").status_code == 200
    assert told(client.get("/django-admin/")) == told(client.get(ABSENT))


def test_administrators_come_in_at_both(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))

    assert [client.get(a).status_code for a in ("/admin/", "/django-admin/")] == [200, 200]


def with_password(user):
    user.set_password(PASSWORD)
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user
