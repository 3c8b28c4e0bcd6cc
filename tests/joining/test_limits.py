"""Sign-in, reset, code, invitation and contact are limited; known and unknown addresses are answered alike."""

import pytest
from django.test import Client

from portal.notifications.models import Notice
from tests.factories.mails import mails_to
from tests.factories.people import OrganisationFactory, UserFactory, member_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long and odd sentence"


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
        ("/accounts/password/reset/", {"email": "known@example.org"}, 5),
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
