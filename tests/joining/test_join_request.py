"""Asking to join: answers alike for everybody, a confirmed address, then a domain, a member or an editor decides."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.directory.domains import organisation_by_domain
from portal.directory.inviting import accept
from portal.directory.joining import LinkOver, accept_request, ask_for_organisation, decline_request, waiting_for
from portal.directory.models import Invitation, JoinRequest
from portal.users.models import User
from tests.factories.joining import asked, mailed_token
from tests.factories.mails import last_mail, mails_to
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Nour Haddad",
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
    asked("nour@body.example", is_confirmed=False)

    answer = client.post(reverse("joining:confirm", args=[mailed_token()]), follow=True)

    assert "Open my account" in answer.text
    answer = client.post(
        answer.request["PATH_INFO"],
        {"first_name": "Nour", "last_name": "H", "password": "a long and odd sentence", "languages": ["ar"]},
    )
    membership = User.objects.get(email="nour@body.example").member.memberships.get()
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


def test_a_member_who_is_named_vouches(client):
    voucher, other = member_of(OrganisationFactory()), member_of(OrganisationFactory())
    request = asked(vouched_by=voucher.email)
    assert mails_to(voucher.email) == ["join_asked"]
    client.force_login(other)
    assert "Nour Haddad" not in client.get("/join/requests/").text
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})
    assert state(request)[0] == "waiting"

    client.force_login(voucher)
    assert "Decline" not in client.get("/join/requests/").text.split("All that are ticked")[0]
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert state(request) == ("accepted", "vouched")
    assert mails_to("new@example.org") == ["join_confirm", "join_accepted"]
    assert Invitation.objects.get().organisation is None


def test_whom_a_member_vouches_for_asks_on_for_the_organisation_that_they_named(client):
    organisation, voucher = OrganisationFactory(name_en="Body of data"), member_of(OrganisationFactory())
    request = asked(organisation_name="Body of data", vouched_by=voucher.email)
    client.force_login(voucher)
    assert "Whether they belong to Body of data" in client.get("/join/requests/").text
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})
    token = mailed_token()
    assert list(waiting_for(voucher)) == []

    client.force_login(by := editor())
    assert "Let in, for Body of data" in client.get("/join/requests/").text
    (rest,) = waiting_for(by)
    user = accept(token=token, first_name="N", last_name="H", password="x", languages=["fr"], is_listed=False)
    client.post("/join/requests/decide/", {"decision": f"accept:{rest.key}"})

    assert [each.organisation for each in user.member.memberships.all()] == [organisation]
    assert not waiting_for(by).exists()


def test_a_focal_point_lets_into_the_own_organisation(client):
    organisation = OrganisationFactory(name_en="Body of data", acronym="BOD")
    focal_point = member_of(organisation, focal_point=True)
    request = asked(organisation_name="body of DATA")
    assert list(waiting_for(focal_point)) == [request]

    client.force_login(focal_point)
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert Invitation.objects.get().organisation == organisation


def test_editors_decide_several_at_once(client):
    requests = [asked(f"new{number}@example.org") for number in range(3)]
    client.force_login(editor())

    client.post("/join/requests/decide/", {"decision": "decline", "key": [each.key for each in requests[:2]]})

    assert [state(each)[0] for each in requests] == ["declined", "declined", "waiting"]
    assert mails_to("new0@example.org") == ["join_confirm", "join_declined"]


def test_nobody_decides_twice_or_for_oneself():
    member = member_of(OrganisationFactory())
    request = asked(vouched_by=member.email)
    by = editor()
    decline_request(request=request, by=by)
    with pytest.raises(LinkOver):
        accept_request(request=request, by=by)

    own = asked("self@example.org", vouched_by="self@example.org")
    with pytest.raises(PermissionDenied):
        accept_request(request=own, by=member_of(user=UserFactory(email="self@example.org")))


def test_nobody_lets_into_an_organisation_that_is_not_theirs():
    voucher, other = member_of(OrganisationFactory()), OrganisationFactory()
    request = asked(vouched_by=voucher.email)

    with pytest.raises(PermissionDenied):
        accept_request(request=request, by=voucher, organisation=other)


def test_a_member_asks_for_one_more_organisation_and_its_focal_point_decides(client):
    organisation = OrganisationFactory()
    focal_point, member = member_of(organisation, focal_point=True), member_of(OrganisationFactory())
    client.force_login(member)
    client.post(f"/organisations/{organisation.slug}/join/", {"reason": "I moved there."})
    client.post(f"/organisations/{organisation.slug}/join/", {"reason": "I moved there."})
    (request,) = waiting_for(focal_point)
    assert list(waiting_for(member)) == []

    client.force_login(focal_point)
    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert member.member.memberships.filter(organisation=organisation, is_active=True).exists()
    assert mails_to(member.email) == ["joined_organisation"]


def frozen_request():
    """A request of a member for an organisation that was frozen since."""
    organisation, member = OrganisationFactory(name_en="Body of data"), member_of(OrganisationFactory())
    request = ask_for_organisation(user=member, organisation=organisation, reason="I moved there.")
    organisation.frozen_at = timezone.now()
    organisation.save()
    return request


def test_a_member_who_asks_for_a_contested_organisation_waits(client):
    request = frozen_request()
    client.force_login(editor())
    text = client.get("/join/requests/").text
    assert f"accept:{request.key}" not in text
    assert "the editors are settling who speaks for it" in text

    told = client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"}, follow=True).text

    assert "0 requests decided." in told
    assert state(request) == ("waiting", "")


def test_who_is_new_is_let_in_without_the_contested_organisation(client):
    OrganisationFactory(name_en="Body of data", frozen_at=timezone.now())
    request = asked(organisation_name="Body of data")
    client.force_login(editor())

    client.post("/join/requests/decide/", {"decision": f"accept:{request.key}"})

    assert state(request)[0] == "accepted"
    assert Invitation.objects.get().organisation is None


def test_a_member_who_is_declined_reads_of_the_organisation_and_not_that_nobody_knows_them():
    organisation, member = OrganisationFactory(name_en="Body", name_fr="Organisme"), member_of(languages=["fr"])
    request = ask_for_organisation(user=member, organisation=organisation, reason="I moved there.")

    decline_request(request=request, by=editor())

    assert mails_to(member.email) == ["organisation_declined"]
    assert "Organisme" in last_mail().body


def test_who_joins_one_more_reads_its_name_in_their_language():
    organisation, member = OrganisationFactory(name_en="Body", name_fr="Organisme"), member_of(languages=["fr"])
    request = ask_for_organisation(user=member, organisation=organisation, reason="I moved there.")

    accept_request(request=request, by=editor(), organisation=organisation)

    assert "Organisme" in last_mail().body


def test_it_is_kept_who_decided():
    organisation = OrganisationFactory(name_en="Body of data")
    focal_point = member_of(organisation, focal_point=True)
    for by, basis in ((focal_point, "focal"), (editor(), "editor")):
        request = asked(organisation_name="Body of data")
        accept_request(request=request, by=by, organisation=organisation)
        assert state(request) == ("accepted", basis)


def test_nobody_is_shown_their_own_request():
    member = editor(member_of())
    ask_for_organisation(user=member, organisation=OrganisationFactory(), reason="I moved there.")

    assert list(waiting_for(member)) == []
    assert waiting_for(editor()).count() == 1


def test_the_page_asks_equally_often(client, django_assert_max_num_queries):
    organisation = OrganisationFactory(name_en="Body of data")
    client.force_login(member_of(organisation, focal_point=True))
    asked(organisation_name="Body of data")
    client.get("/join/requests/")
    with CaptureQueriesContext(connection) as of_one:
        client.get("/join/requests/")
    for number in range(5):
        asked(f"new{number}@example.org", organisation_name="Body of data")

    with django_assert_max_num_queries(len(of_one)):
        assert client.get("/join/requests/").text.count("accept:") == 6


@pytest.mark.parametrize("address", ["/join/requests/", "/my/organisation/people/", "/my/account/"])
def test_visitors_are_led_to_the_sign_in(client, address):
    assert client.get(address).headers["Location"].startswith("/accounts/login/")
