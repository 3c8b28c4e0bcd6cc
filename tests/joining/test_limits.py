"""Sign-in, reset, code, invitation and contact are limited; known and unknown addresses are answered alike."""

import pytest
from allauth.core.internal.ratelimit import parse_rates
from django.test import Client

from portal.directory.models import JoinRequest
from portal.notifications.models import Notice
from tests.factories.mails import mails_to
from tests.factories.people import OrganisationFactory, UserFactory, member_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long and odd sentence"
TYPED = {"name": "Newly", "organisation_name": "Body", "languages": ["fr"], "reason": "We keep data."}


@pytest.fixture
def known():
    user = member_of(OrganisationFactory(), user=UserFactory(email="known@example.org"))
    user.set_password(PASSWORD)
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


ADDRESSES = ("known@example.org", "unknown@example.org")


def told(address, typed):
    """All that the answers say, but for the address that was typed and the forgery token."""
    answer = Client().post(address, typed, follow=True)
    text = answer.text.replace(typed.get("email") or typed["login"], "")
    return answer.redirect_chain, answer.status_code, without_token(text)


def without_token(text):
    return "".join(part.partition('"')[2] for part in text.split('name="csrfmiddlewaretoken" value="'))


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("/accounts/login/", {"password": "not the password"}),
        ("/accounts/password/reset/", {}),
        ("/accounts/login/code/", {}),
    ],
)
def test_known_and_unknown_addresses_are_answered_alike(known, address, typed):
    name = "login" if "password" in typed else "email"

    one, other = (told(address, typed | {name: email}) for email in ADDRESSES)

    assert one == other
    assert one[1] == 200


@pytest.mark.parametrize("address", ["/accounts/password/reset/", "/accounts/login/code/"])
def test_both_get_one_mail_through_the_outbox(known, mailoutbox, address):
    for email in ADDRESSES:
        Client().post(address, {"email": email})

    assert [mails_to(email) for email in ADDRESSES] == [["account"], ["account"]]
    assert mailoutbox == []


@pytest.mark.parametrize(
    ("address", "typed", "limit"),
    [
        ("/accounts/login/", {"login": "{}@example.org", "password": "x"}, 30),
        ("/accounts/password/reset/", {"email": "{}@example.org"}, 20),
        ("/accounts/login/code/", {"email": "{}@example.org"}, 20),
    ],
)
def test_too_often_is_429(known, address, typed, limit):
    statuses = [
        Client().post(address, {name: text.format(number) for name, text in typed.items()}).status_code
        for number in range(limit + 1)
    ]

    assert statuses[-1] == 429
    assert 429 not in statuses[:-1]


def test_guessing_one_password_stops_for_the_right_one_too(client, known):
    for _again in range(5):
        client.post("/accounts/login/", {"login": known.email, "password": "not the password"})

    client.post("/accounts/login/", {"login": known.email, "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def signs_in(known, network):
    client = Client(REMOTE_ADDR=network)
    client.post("/accounts/login/", {"login": known.email, "password": PASSWORD})
    return "_auth_user_id" in client.session


def test_guessing_elsewhere_keeps_nobody_out(known):
    for _again in range(6):
        Client().post("/accounts/login/", {"login": known.email, "password": "not the password"})

    assert not signs_in(known, "127.0.0.1")
    assert signs_in(known, "192.0.2.7")


def test_guessing_from_everywhere_ends_too(known, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login_tried_in_all": "5/d/key"}
    for number in range(5):
        guess = {"login": known.email, "password": "not the password"}
        Client(REMOTE_ADDR=f"192.0.2.{number}").post("/accounts/login/", guess)

    assert not signs_in(known, "192.0.2.7")


@pytest.mark.parametrize("address", ["/accounts/password/reset/", "/accounts/login/code/"])
@pytest.mark.parametrize("email", ADDRESSES)
def test_asking_for_mails_too_often_is_answered_as_ever_and_nothing_is_sent(known, address, email):
    answers = [told(address, {"email": email}) for _again in range(5)]

    assert [status for _chain, status, _text in answers] == [200] * 5
    assert answers[0] == answers[-1]
    assert mails_to(email) == ["account"] * 3


@pytest.mark.parametrize("address", ["/accounts/password/reset/", "/accounts/login/code/"])
def test_who_asks_for_mails_elsewhere_takes_none_away(known, address):
    for _again in range(5):
        Client().post(address, {"email": known.email})

    Client(REMOTE_ADDR="192.0.2.7").post(address, {"email": known.email})

    assert mails_to(known.email) == ["account"] * 4


@pytest.mark.parametrize("pair", ["login_failed", "account_mail", "join_mail", "message_mail", "written_to"])
def test_no_asker_alone_uses_up_what_is_there_for_all(settings, pair):
    rates = settings.ACCOUNT_RATE_LIMITS
    [in_all] = parse_rates(rates.get(f"{pair}_in_all", rates["login_tried_in_all"]))
    a_day = [rate.amount * 86_400 / rate.duration for rate in parse_rates(rates[pair]) if rate.per == "key"]

    assert min(a_day) < in_all.amount


def test_guessing_a_password_before_the_account_is_closed_stops(client, known):
    client.force_login(known)
    statuses = [
        client.post("/my/account/close/", {"way": "erase", "password": f"guess {number}"}).status_code
        for number in range(6)
    ]

    assert statuses == [400] * 5 + [429]
    assert client.post("/my/account/close/", {"way": "erase", "password": PASSWORD}).status_code == 429
    known.refresh_from_db()
    assert known.is_active


def test_invitations_of_one_person_are_limited(client):
    organisation = OrganisationFactory()
    client.force_login(member_of(organisation, focal_point=True))
    statuses = [
        client.post("/my/organisation/people/", {"action": "invite", "email": f"a{n}@example.org", "language": "en"})
        for n in range(31)
    ]

    assert [answer.status_code for answer in statuses] == [302] * 30 + [429]
    assert Notice.objects.count() == 30


def test_a_flood_to_one_address_is_answered_alike_and_sends_nothing_more(client):
    known = member_of().email
    found = {}
    for email in ("new@example.org", known):
        found[email] = [client.post("/join/", TYPED | {"email": email}).headers["Location"] for _again in range(4)]

    assert set(map(tuple, found.values())) == {("/join/sent/",) * 4}
    assert Notice.objects.count() == JoinRequest.objects.count() == 6


def test_whoever_asks_in_the_name_of_others_keeps_them_from_nothing(client):
    for _again in range(4):
        client.post("/join/", TYPED | {"email": "new@example.org"})

    client.post("/join/", TYPED | {"email": "new@example.org"}, REMOTE_ADDR="192.0.2.7")

    assert Notice.objects.count() == 4


def test_a_flood_from_one_network_is_refused(client):
    answers = [client.post("/join/", TYPED | {"email": f"a{n}@example.org"}).status_code for n in range(11)]

    assert answers == [302] * 10 + [429]
