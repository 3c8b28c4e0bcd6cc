"""Asking to join: answers alike for everybody, a confirmed address, then a domain, a member or an editor decides."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.directory.domains import organisation_by_domain
from portal.directory.models import JoinRequest
from portal.users.models import User
from tests.factories.joining import asked, mailed_token
from tests.factories.mails import last_mail, mails_to
from tests.factories.people import OrganisationFactory, member_of

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Newly Joined",
    "email": "new@example.org",
    "organisation_name": "Body of data",
    "languages": ["fr"],
    "reason": "We keep data.",
}


def state(request):
    request.refresh_from_db()
    return request.state, request.basis


def test_known_and_unknown_addresses_get_the_same_answer(client):
    known = member_of().email
    answers = []
    for email in ("new@example.org", known):
        answer = client.post("/join/", TYPED | {"email": email}, follow=True)
        answers.append((answer.redirect_chain, answer.content))

    assert answers[0] == answers[1]
    assert (mails_to("new@example.org"), mails_to(known)) == (["join_confirm"], ["join_known"])
    assert "/join/confirm/" not in last_mail().body
    assert JoinRequest.objects.count() == 2


def test_the_same_work_is_done_for_both(client):
    """Time tells nothing: the statements are the same, and the mail is sent later by the worker."""
    known = member_of().email
    client.post("/join/", TYPED | {"email": "warm@example.org"})

    done = []
    for email in ("new@example.org", known):
        with CaptureQueriesContext(connection) as queries:
            client.post("/join/", TYPED | {"email": email})
        done.append([query["sql"].split(" ", 1)[0] for query in queries.captured_queries])

    assert done[0] == done[1]
    assert "INSERT" in done[0]


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client):
    answer = client.post("/join/", TYPED | {"email": "no address"})

    assert answer.status_code == 400
    assert "Body of data" in answer.text
    assert not JoinRequest.objects.exists()


def test_reading_the_link_confirms_nothing_and_the_button_once(client):
    request = asked(is_confirmed=False)
    link = reverse("joining:confirm", args=[mailed_token()])
    assert client.get(link).status_code == 200
    assert state(request)[0] == "unconfirmed"

    assert client.post(link).headers["Location"] == "/join/confirmed/"
    assert state(request)[0] == "waiting"
    assert [client.post(link).status_code, client.get(link).status_code] == [410, 410]


def test_an_old_link_confirms_nothing(client):
    request = asked(is_confirmed=False)
    JoinRequest.objects.update(asked_at=timezone.now() - timedelta(days=4))

    assert client.post(reverse("joining:confirm", args=[mailed_token()])).status_code == 410
    assert state(request)[0] == "unconfirmed"


def test_the_domain_of_an_organisation_lets_in_at_once(client):
    organisation = OrganisationFactory(email_domains=["Body.example"])
    asked("newly@body.example", is_confirmed=False)

    answer = client.post(reverse("joining:confirm", args=[mailed_token()]), follow=True)

    assert "Open my account" in answer.text
    answer = client.post(
        answer.request["PATH_INFO"],
        {"first_name": "Newly", "last_name": "H", "password": "a long and odd sentence", "languages": ["ar"]},
    )
    membership = User.objects.get(email="newly@body.example").member.memberships.get()
    assert (membership.organisation, membership.is_focal_point) == (organisation, False)
    assert JoinRequest.objects.get().basis == "domain"


@pytest.mark.parametrize("domain", ["gmail.com", "GMAIL.com", "yahoo.fr", "maktoob.com"])
def test_domains_of_mail_providers_match_nothing(domain):
    OrganisationFactory(email_domains=["gmail.com", "yahoo.fr", "maktoob.com"])

    assert organisation_by_domain(f"somebody@{domain}") is None


def test_a_domain_of_two_or_of_a_contested_one_matches_nothing():
    for _number in range(2):
        OrganisationFactory(email_domains=["two.example"])
    OrganisationFactory(email_domains=["frozen.example"], frozen_at=timezone.now())
    OrganisationFactory(email_domains=["one.example"])

    assert organisation_by_domain("a@two.example") is None
    assert organisation_by_domain("a@frozen.example") is None
    assert organisation_by_domain("a@sub.one.example") is None
    assert organisation_by_domain("a@one.example@evil.example") is None
    assert organisation_by_domain("a@ONE.example") is not None


@pytest.mark.parametrize("address", ["/join/requests/", "/my/organisation/people/", "/my/account/"])
def test_visitors_are_led_to_the_sign_in(client, address):
    assert client.get(address).headers["Location"].startswith("/accounts/login/")
