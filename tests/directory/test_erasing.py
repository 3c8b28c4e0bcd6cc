"""Forgetting a person: nothing in the database names them any more, and what they did stays done."""

from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.conf import settings as django_settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db.models import CASCADE
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from portal.access.models import AuditEntry
from portal.access.services import log as note
from portal.directory.erased_list import WrongList, read_list, write_down
from portal.directory.erasing import PERSONAL, erase_account, on_erase
from portal.directory.erasing_again import erase_again
from portal.directory.inviting import accept
from portal.directory.models import ErasedAccount, Invitation, JoinRequest, Member, Membership
from portal.notifications.models import MailPreference, Notice
from portal.taxonomy.models import Country, Expertise
from tests.factories.joining import asked, invited
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of

pytestmark = pytest.mark.django_db
WORDS = ("zeynep", "gocmenoglu", "keeper of maps")

KEPT = {
    "access.RecordIdentity_contributors.user": "who works on an entry, by number",
    "access.Grant.user": "what was opened to whom, by number",
    "access.PartiesWish.asked_by": "who asked, by number",
    "access.RestoreWish.asked_by": "who asked, by number",
    "access.AccessWish.asked_by": "who asked, by number",
    "directory.Member.user": "emptied, so that its memberships stay answered for",
    "users.User_groups.user": "cleared",
    "users.User_user_permissions.user": "cleared",
    "wagtailcore.Comment.user": "text of a draft's discussion",
    "wagtailcore.CommentReply.user": "text of a draft's discussion",
    "notifications.Notice.user": "taken away by the outbox",
    "notifications.MailPreference.user": "taken away by the outbox",
    "transfer.Import.by": "taken away where it is kept",
    "api.Token.user": "taken away by the interface for programs",
    "community.Follow.user": "taken away by the community",
    "community.SavedSearch.user": "taken away by the community",
    "records.Assignment.to": "taken away by the review",
    "records.ReviewerArea.user": "taken away by the review",
    "requests.Approval.by": "taken away by the requests",
    "actions.CalendarKey.user": "taken away by the actions",
    "webhooks.Webhook.user": "taken away by the webhooks",
    "admin.LogEntry.user": "what an administrator did, by number",
}


@pytest.fixture(autouse=True)
def own_list(settings, tmp_path):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"
    return settings.ERASED_LIST


@pytest.fixture
def person():
    user = UserFactory(email="zeynep@example.org", first_name="Zeynep", last_name="Gocmenoglu")
    member_of(OrganisationFactory(), user=user, focal_point=True, role="keeper of maps", is_listed=True)
    user.member.expertise.add(Expertise.objects.first())
    user.member.countries.add(Country.objects.first())
    editor(user)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    Authenticator.objects.update_or_create(user=user, type="totp", defaults={"data": {"secret": "x"}})
    SocialAccount.objects.create(user=user, provider="oidc", uid="1", extra_data={"name": "Zeynep Gocmenoglu"})
    Notice.objects.create(kind="x", event="x", user=user, facts={"name": "Zeynep"})
    Notice.objects.create(kind="x", event="y", address=user.email)
    MailPreference.objects.create(user=user)
    UserProfile.objects.create(user=user, preferred_language="fr")
    log(user, "wagtail.edit", user=user)
    log(user.member, "wagtail.create", user=user)
    note("restricted", by=user)
    signed_in(user)
    return user


def signed_in(user):
    session = import_module(django_settings.SESSION_ENGINE).SessionStore()
    session["_auth_user_id"] = str(user.pk)
    session.create()


def everything():
    """Every value of every row, in small letters."""
    models = (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)
    return "\n".join(str(row) for model in models for row in model._base_manager.values_list()).lower()


def test_nothing_names_them_and_what_was_done_stays(person):
    stranger = UserFactory()
    signed_in(stranger)
    assert all(word in everything() for word in WORDS)

    erase_account(user=person, by=person)

    assert [word for word in WORDS if word in everything()] == []
    assert sorted(AuditEntry.objects.filter(by=person).values_list("action", flat=True)) == ["erased", "restricted"]
    assert [ModelLogEntry.objects.filter(user=person).count(), Session.objects.count()] == [2, 1]
    person.refresh_from_db()
    assert (person.is_active, person.has_usable_password(), person.groups.count()) == (False, False, 0)
    assert ErasedAccount.objects.get().number == person.pk


def test_they_speak_for_nobody_any_more(person):
    erase_account(user=person, by=person)
    member = Member.objects.get(user=person)

    assert list(Membership.objects.values_list("is_active", "is_focal_point")) == [(False, False)]
    assert (member.is_active, member.is_listed, member.expertise.count(), member.countries.count()) == (
        False, False, 0, 0,
    )  # fmt: skip


def test_only_the_person_or_an_administrator_erases(person):
    with pytest.raises(PermissionError):
        erase_account(user=person, by=editor())
    erase_account(user=person, by=UserFactory(is_superuser=True))

    assert ErasedAccount.objects.count() == 1


def test_addresses_of_before_are_forgotten_too():
    """They joined with one, took a second, and go with a third; somebody else has an address that begins like it."""
    asked("old@example.org", name="Zeynep Gocmenoglu")
    asked("old@example.org.example", name="Somebody")
    _invitation, token = invited("old@example.org")
    typed = {"first_name": "Z", "last_name": "G", "password": "a long and odd sentence", "languages": []}
    user = accept(token=token, is_listed=False, **typed)
    user.emailaddress_set.update(email="second@example.org")
    Notice.objects.create(kind="x", event="x", address="second@example.org")
    user.email = "third@example.org"
    user.save()

    erase_account(user=user, by=user)

    left = everything()
    assert [word for word in ("old@example.org'", "second@example.org", "third@", "zeynep") if word in left] == []
    assert "old@example.org.example" in left


def test_done_again_it_changes_nothing(person):
    erase_account(user=person, by=person)
    before = everything()
    erase_account(user=person, by=None)

    assert everything() == before


def test_other_rooms_forget_with_it(person, monkeypatch):
    monkeypatch.setattr("portal.directory.erasing._callbacks", [])
    seen = []
    on_erase(lambda user: seen.append(user.email))
    erase_account(user=person, by=person)

    assert seen == ["zeynep@example.org"]


def test_every_row_of_a_person_is_taken_away_or_kept_for_a_reason():
    """What a deletion of the account would take along is of the person: it goes, or it is stated why not."""
    owned = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
        if field.is_relation and field.related_model is get_user_model() and field.remote_field.on_delete is CASCADE
    }

    assert owned - KEPT.keys() == {f"{model._meta.label}.user" for model in PERSONAL}
    assert KEPT.keys() <= owned


def test_the_list_gets_each_account_once(person, own_list, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erase_account(user=person, by=person)

    assert write_down() == 0
    assert [line[:2] for line in read_list(own_list)] == [(person.pk, person.date_joined)]
    assert "zeynep" not in own_list.read_text()


def test_a_line_that_was_lost_is_added_again(person, own_list):
    ErasedAccount.objects.create(number=7, opened_at=person.date_joined)

    assert [write_down(), write_down()] == [1, 0]
    own_list.unlink()
    assert write_down() == 1


def test_a_list_that_was_changed_is_refused(own_list):
    own_list.write_text('{"number": 1}\n')

    with pytest.raises(WrongList, match="line 1"):
        read_list(own_list)


def test_after_a_restore_they_are_erased_again_and_nobody_else_is(person):
    other = UserFactory()
    today = person.date_joined.date()
    listed = [
        (person.pk, person.date_joined, today),
        # The number of somebody else, who opened an account after the restore of an older backup.
        (other.pk, person.date_joined, today),
    ]

    assert [erase_again(listed), erase_again(listed)] == [1, 0]
    other.refresh_from_db()
    assert other.is_active
    assert ErasedAccount.objects.count() == 2


def test_who_opened_an_account_after_the_backup_comes_back_by_no_invitation_and_no_mail(person):
    asked("later@example.org", is_confirmed=False)
    invited("later@example.org")
    kept = [(person.pk, person.date_joined, person.date_joined.date())]
    erase_again(kept)
    assert Invitation.objects.exists()

    erase_again([(person.pk + 1_000, person.date_joined, person.date_joined.date())])

    assert not Invitation.objects.exists()
    assert not JoinRequest.objects.exists()
    assert not Notice.objects.filter(user=None).exists()


def test_no_mail_goes_out_in_the_name_of_who_was_erased(person):
    invited("new@example.org", by=editor(person))
    other = editor()
    invited("other@example.org", by=other)

    erase_account(user=person, by=person)

    assert list(Notice.objects.values_list("address", flat=True)) == ["other@example.org"]
