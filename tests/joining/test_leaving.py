"""One's own account: sessions, what the portal keeps, leaving, being forgotten."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from portal.access.models import AuditEntry
from portal.directory.erasing import erase_account
from portal.directory.inviting import InvitationOver, accept
from portal.directory.leaving import leave
from portal.directory.models import ErasedAccount, HandOver, Invitation, JoinRequest, Member
from portal.directory.speaking import nominate, start_hand_over
from portal.notifications.enums import Digest, Mails
from portal.notifications.wanted import choose_mails
from portal.users.models import User
from practices.needs.models import MatchMark
from tests.factories.access import IdentityFactory
from tests.factories.joining import asked, invited
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long and odd sentence"
NAMES = ("Joined", "Newly", "newly@example.org", "analyst of mines")


@pytest.fixture
def person():
    _invitation, token = invited("newly@example.org", organisation=OrganisationFactory(), role="analyst of mines")
    user = accept(
        token=token, first_name="Newly", last_name="Joined", password=PASSWORD, languages=["ar"], is_listed=True
    )
    IdentityFactory(contributors=[user], code="CS-ABCD")
    return user


def signed_in(user):
    client = Client()
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    return client


def is_in(client):
    return client.get("/my/account/").status_code == 200


def test_other_sessions_are_ended_and_this_one_stays(person):
    here, there = signed_in(person), signed_in(person)
    assert "Sign out everywhere else" in here.get("/accounts/sessions/").text

    here.post("/accounts/sessions/")

    assert (is_in(here), is_in(there)) == (True, False)
    assert UserSession.objects.filter(user=person).count() == 1


def test_all_that_is_kept_can_be_taken_along(person):
    client = signed_in(person)
    answer = client.get("/my/account/data.json")

    told = json.loads(answer.content)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert all(name in answer.text for name in NAMES)
    assert told["entries_written"] == ["CS-ABCD"]
    assert "password" not in answer.text
    assert person.password not in answer.text


def test_mails_and_speaking_are_in_it_too(person):
    organisation = OrganisationFactory()
    choose_mails(user=person, mails=Mails.MUST, digest=Digest.DAILY)
    nominate(organisation=organisation, member=person.member, by=editor(), reference="DG/7")
    start_hand_over(organisation=organisation, member=person.member, cause=HandOver.Cause.ASKED)
    need, holding = IdentityFactory(code="DN-ABCD"), IdentityFactory(code="DH-ABCD")
    MatchMark.objects.create(need=need, holding=holding, mark="fits", by=person)

    told = json.loads(signed_in(person).get("/my/account/data.json").content)

    assert told["mails"]["choice"] == {"mails": "must", "digest": "daily", "language": ""}
    assert "invitation" in {each["kind"] for each in told["mails"]["written"]}
    assert [each["reference"] for each in told["nominations"]] == ["DG/7"]
    assert [each["cause"] for each in told["hand_overs"]] == ["asked"]
    assert [(each["need__code"], each["mark"]) for each in told["marks_of_matches"]] == [("DN-ABCD", "fits")]


def test_nothing_of_others_is_in_it(person):
    other = member_of(OrganisationFactory())
    asked("somebody@example.org", vouched_by=person.email)
    Invitation.objects.create(email="invited@example.org", invited_by=person, expires_at=timezone.now())

    text = signed_in(person).get("/my/account/data.json").text
    assert other.email not in text
    assert "invited@example.org" not in text
    assert "somebody@example.org" not in text


def test_who_leaves_is_out_everywhere_and_keeps_the_name_in_what_they_wrote(person):
    here, there = signed_in(person), signed_in(person)

    assert here.post("/my/account/close/", {"way": "leave", "password": "wrong"}).status_code == 400
    assert here.post("/my/account/close/", {"way": "leave", "password": PASSWORD}).headers["Location"] == "/join/gone/"

    assert (is_in(here), is_in(there)) == (False, False)
    person.refresh_from_db()
    assert (person.is_active, person.last_name, person.member.is_active) == (False, "Joined", False)
    assert not person.member.memberships.filter(is_active=True).exists()
    there.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert "_auth_user_id" not in there.session


def everything(user):
    """All that the tables of people hold, as text."""
    tables = (User, Member, Invitation, JoinRequest, UserSession, AuditEntry)
    return repr([list(table.objects.values()) for table in tables]) + repr(list(user.emailaddress_set.values()))


def test_being_forgotten_is_asked_a_second_time(person):
    client = signed_in(person)

    asked_again = client.post("/my/account/close/", {"way": "erase", "password": PASSWORD})
    sure = asked_again.context["sure"]
    person.refresh_from_db()
    assert (asked_again.status_code, person.is_active) == (200, True)
    other = signed_in(_another())
    for forged in ("", "x", sure):
        assert other.post("/my/account/close/", {"way": "erase", "sure": forged}).status_code == 400

    assert client.post("/my/account/close/", {"way": "erase", "sure": sure}).headers["Location"] == "/join/gone/"
    person.refresh_from_db()
    assert not person.is_active


def _another():
    user = member_of(OrganisationFactory())
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def test_who_is_forgotten_leaves_a_number(person):
    asked("newly@example.org", role="analyst of mines", is_confirmed=False)
    asked("other@example.org", vouched_by="newly@example.org", name="Somebody")
    assert all(name in everything(person) for name in NAMES)

    client = signed_in(person)
    sure = client.post("/my/account/close/", {"way": "erase", "password": PASSWORD}).context["sure"]
    client.post("/my/account/close/", {"way": "erase", "sure": sure})

    person.refresh_from_db()
    assert not any(name in everything(person) for name in NAMES)
    assert ErasedAccount.objects.get().number == person.pk
    assert AuditEntry.objects.filter(by=person, action="erased").exists()
    assert [each.code for each in person.contributed_identities.all()] == ["CS-ABCD"]


def test_an_editor_who_is_forgotten_is_none_any_more():
    user = editor(member_of(OrganisationFactory()))

    erase_account(user=user, by=user)

    user = User.objects.get(pk=user.pk)
    assert not user.groups.exists()
    assert not user.has_usable_password()


def test_an_editor_lets_back_in_who_left_but_with_no_right_they_had():
    user = editor(member_of(OrganisationFactory(), user=UserFactory(email="newly@example.org")))
    leave(user=user)
    accepted = {"first_name": "Newly", "last_name": "H", "password": PASSWORD, "languages": ["fr"], "is_listed": False}
    mine = OrganisationFactory()
    _invitation, token = invited("newly@example.org", by=member_of(mine, focal_point=True), organisation=mine)
    with pytest.raises(InvitationOver):
        accept(token=token, **accepted)

    _invitation, token = invited("newly@example.org")
    back = accept(token=token, **accepted)

    assert (back, back.is_active, back.member.is_active) == (user, True, True)
    assert not back.groups.exists()
    assert not back.member.memberships.filter(is_active=True).exists()


@pytest.mark.parametrize("way", ["leave", "erase"])
def test_without_a_password_nobody_leaves_by_a_stolen_session(client, person, way):
    person.set_unusable_password()
    person.save()
    client.force_login(person)
    assert "we send you a link" in client.get("/my/account/").text

    for typed in ({}, {"password": ""}, {"password": "guess"}):
        assert client.post("/my/account/close/", {"way": way, **typed}).status_code == 400

    person.refresh_from_db()
    assert person.is_active


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("/accounts/password/set/", {"password1": PASSWORD, "password2": PASSWORD}),
        ("/accounts/email/", {"action_add": "", "email": "other@example.org"}),
        ("/accounts/2fa/totp/activate/", {"code": "123456"}),
        ("/accounts/2fa/webauthn/add/", {}),
    ],
)
def test_a_stolen_session_of_who_has_no_password_opens_no_other_door(client, person, address, typed):
    person.set_unusable_password()
    person.save()
    client.force_login(person)

    assert client.post(address, typed).headers["Location"] == "/accounts/password/reset/"

    person.refresh_from_db()
    assert not person.has_usable_password()
    assert not person.emailaddress_set.filter(email="other@example.org").exists()
    assert client.get("/accounts/email/").status_code == 200
