"""An invitation: from the editor's or focal point's click to an account, once, for one address."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from portal.core.marks import mark_of
from portal.directory.erasing import close_account, erase_account
from portal.directory.inviting import InvitationOver, accept, invite, revoke
from portal.directory.leaving import leave
from portal.directory.models import Invitation, Member
from portal.users.models import User
from tests.factories.joining import invited, mailed_token
from tests.factories.mails import last_mail
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db
PASSWORD = "a long and odd sentence"
TYPED = {"first_name": "Newly", "last_name": "Joined", "password": PASSWORD, "languages": ["ar", "fr"]}


def address(token, prefix=""):
    return f"{prefix}/join/invitation/{token}/"


def test_the_link_opens_an_account_that_belongs_to_the_organisation(client):
    organisation = OrganisationFactory()
    invitation, token = invited("New@Example.org".lower(), organisation=organisation, role="analyst", language="fr")
    assert last_mail().to == ["new@example.org"]
    assert invitation.expires_at.date().isoformat() not in last_mail().body

    answer = client.post(address(token), TYPED | {"is_listed": "on"})

    assert answer.headers["Location"] == "/join/welcome/"
    user = User.objects.get(email="new@example.org")
    assert client.session["_auth_user_id"] == str(user.pk)
    member = user.member
    assert (member.languages, member.is_listed, member.role) == (["ar", "fr"], True, "analyst")
    assert [each.organisation for each in member.memberships.all()] == [organisation]
    assert not member.memberships.get().is_focal_point
    assert user.emailaddress_set.get().verified
    assert client.get("/join/welcome/").status_code == 200


def test_who_comes_without_an_organisation_is_led_to_ask_for_one(client):
    _invitation, token = invited()
    welcome = client.post(address(token), TYPED, follow=True).text
    assert "/contribute/case-studies/" not in welcome
    assert 'class="button" href="/contribute/"' in welcome

    assert 'class="button" href="/organisations/"' in client.get("/contribute/").text


def test_reading_changes_nothing_however_often(client):
    _invitation, token = invited()

    for _again in range(3):
        assert client.get(address(token)).status_code == 200
        assert client.head(address(token)).status_code == 200

    assert not User.objects.filter(email="new@example.org").exists()
    assert client.post(address(token), TYPED).status_code == 302


def test_it_works_once_and_the_database_does_not_hold_its_link(client):
    invitation, token = invited()
    assert token not in repr(vars(invitation))
    client.post(address(token), TYPED)
    client.logout()

    for ask in (client.get, client.post):
        assert ask(address(token), TYPED).status_code == 410
    with pytest.raises(InvitationOver):
        accept(token=token, first_name="A", last_name="B", password=PASSWORD, languages=[], is_listed=False)
    assert User.objects.filter(email="new@example.org").count() == 1


def test_expired_revoked_and_invented_links_answer_alike(client):
    by = editor()
    revoked, first = invited("one@example.org", by=by)
    revoke(invitation=revoked, by=by)
    expired, second = invited("two@example.org", by=by)
    Invitation.objects.filter(pk=expired.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    assert expired.expires_at - expired.invited_at == pytest.approx(timedelta(days=14), abs=timedelta(seconds=5))

    texts = {client.get(address(token)).text.replace(token, "") for token in (first, second, "invented")}

    assert len(texts) == 1
    assert client.post(address(first), TYPED).status_code == 410
    assert not Member.objects.filter(user__email__endswith="example.org", user__email__in=["one@example.org"]).exists()


def test_who_invites_again_reads_that_the_older_link_ends(client):
    client.force_login(by := editor())
    _none, first = invited(by=by)
    organisation = OrganisationFactory()

    typed = {"email": "new@example.org", "language": "en", "organisation": organisation.pk}
    said = client.post("/join/invitations/", typed, follow=True).text

    assert "Already invited on" in said
    assert [each.organisation for each in Invitation.objects.open()] == [organisation]
    client.logout()
    assert client.get(address(first)).status_code == 410
    assert client.get(address(mailed_token())).status_code == 200


def test_a_second_invitation_replaces_the_first():
    by = editor()
    _one, first = invited(by=by)
    invite(email="NEW@example.org ", by=by)

    assert Invitation.objects.open().count() == 1
    assert mailed_token() != first


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"password": "short"}, "too short"),
        ({"password": "new@example.org"}, "too similar"),
        ({"first_name": ""}, "required"),
        ({"languages": []}, "required"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_else_is_lost(client, wrong, said):
    _invitation, token = invited()

    answer = client.post(address(token), TYPED | wrong)

    assert answer.status_code == 400
    assert said in answer.text
    assert "Joined" in answer.text
    assert PASSWORD not in answer.text


def test_who_has_an_account_signs_in_and_adds_the_organisation(client):
    user, organisation = member_of(OrganisationFactory()), OrganisationFactory()
    _invitation, token = invited(user.email, organisation=organisation)
    assert "Sign in to accept" in client.get(address(token)).text

    client.force_login(UserFactory())
    client.post(address(token))
    assert user.member.memberships.count() == 1

    client.force_login(user)
    client.post(address(token))
    assert user.member.memberships.filter(organisation=organisation, is_active=True).exists()


def test_focal_points_invite_into_their_own_organisation_only():
    mine, other = OrganisationFactory(), OrganisationFactory()
    focal_point, member = member_of(mine, focal_point=True), member_of(mine)

    invite(email="a@example.org", by=focal_point, organisation=mine)
    for by, organisation in ((focal_point, other), (focal_point, None), (member, mine), (UserFactory(), mine)):
        with pytest.raises(PermissionDenied):
            invite(email="b@example.org", by=by, organisation=organisation)

    assert [each.email for each in Invitation.objects.all()] == ["a@example.org"]


def test_nobody_joins_a_contested_organisation(client):
    organisation = OrganisationFactory()
    _invitation, token = invited(organisation=organisation)
    organisation.frozen_at = timezone.now()
    organisation.save()

    assert client.post(address(token), TYPED).status_code == 410
    assert not User.objects.filter(email="new@example.org").exists()
    with pytest.raises(ValidationError):
        invite(email="b@example.org", by=editor(), organisation=organisation)


def test_every_mail_is_in_the_language_of_the_invitation():
    invited(language="fr")

    assert "/fr/join/invitation/" in last_mail().body


def test_too_many_tries_are_refused(client):
    answers = [client.post(address(f"invented-{number}")).status_code for number in range(21)]

    assert answers == [410] * 20 + [429]


def test_an_editor_takes_back_an_invitation_without_an_organisation(client):
    one, other = invited("one@example.org")[0], invited("two@example.org")[0]
    client.force_login(editor())

    answer = client.post("/join/invitations/", {"action": "revoke", "id": mark_of(one)}, follow=True)

    assert "The invitation is taken back." in answer.text
    assert "one@example.org" not in answer.text
    assert (is_open(one), is_open(other)) == (False, True)
    assert client.post("/join/invitations/", {"action": "revoke", "id": mark_of(one)}).status_code == 404


def test_an_address_that_no_column_holds_is_refused(client):
    client.force_login(editor())
    domain = ".".join(["part" * 15] * 4)

    answer = client.post("/join/invitations/", {"email": f"somebody@{domain}.example", "language": "en"})

    assert answer.status_code == 400
    assert not Invitation.objects.exists()


def is_open(invitation):
    return Invitation.objects.open().filter(pk=invitation.pk).exists()


@pytest.mark.parametrize("closed", [leave, lambda *, user: erase_account(user=user, by=user), close_account])
def test_what_somebody_gave_ends_with_their_account(client, closed):
    organisation = OrganisationFactory()
    by = member_of(organisation, focal_point=True)
    invitation, token = invited(by=by, organisation=organisation)

    closed(user=by)

    assert not is_open(invitation)
    assert client.post(address(token), TYPED).status_code == 410


@pytest.mark.parametrize(
    "fields", [{"is_focal_point": False}, {"is_active": False}], ids=["focal point no more", "member no more"]
)
def test_who_speaks_no_more_lets_nobody_in_by_an_old_link(client, fields):
    organisation = OrganisationFactory()
    by = member_of(organisation, focal_point=True)
    _invitation, token = invited(by=by, organisation=organisation)

    # As the administrators' form does it.
    by.member.memberships.update(**fields)

    assert [ask(address(token), TYPED).status_code for ask in (client.get, client.post)] == [410, 410]
    assert not User.objects.filter(email="new@example.org").exists()


def test_nor_does_who_is_an_editor_no_more(client):
    by = editor()
    _invitation, token = invited(by=by)
    by.groups.clear()

    assert client.post(address(token), TYPED).status_code == 410
