"""Closing accounts and forgetting people. Their number stays, for the log; entries keep organisation and role."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import APIToken, PageSubscription
from wagtail.users.models import UserProfile

from portal.directory.erased_list import write_down
from portal.directory.events import tell_event
from portal.directory.log_labels import forget_labels
from portal.directory.models import ErasedAccount, Invitation, JoinRequest, Member, Membership

ERASED = "@erased.invalid"
"""How the address of an erased account ends: a domain that cannot be."""
PERSONAL = (
    EmailAddress,
    Authenticator,
    SocialAccount,
    UserSession,
    UserProfile,
    APIToken,
    PageSubscription,
    FormState,
    EditingSession,
)
"""Rows that are of one person and of nobody else: they go with the person."""

_callbacks = []
_on_close = []


def on_close(callback):
    """Calls `callback(user)` when an account is closed, in that transaction: for what rooms to the right end then."""
    if callback not in _on_close:
        _on_close.append(callback)
    return callback


def on_erase(callback):
    """Calls `callback(user)` before somebody is forgotten, in that transaction: for what rooms to the right keep."""
    if callback not in _callbacks:
        _callbacks.append(callback)
    return callback


@transaction.atomic
def close_account(*, user):
    """Ends memberships, sessions and the invitations they gave; nobody signs in with it until an administrator makes it
    active again."""
    Membership.objects.filter(member__user=user).update(is_active=False, is_focal_point=False, is_deputy=False)
    Member.objects.filter(user=user).update(is_active=False, is_listed=False)
    Invitation.objects.open().filter(invited_by=user).update(revoked_at=timezone.now())
    user.is_active = False
    user.save(update_fields=["is_active"])
    for callback in _on_close:
        callback(user)
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


@transaction.atomic
def erase_account(*, user, by):
    """Forgets a person: names, addresses, password, second factors, sessions, what they said of themselves.

    `by` is the person, an administrator, or None for the portal itself; raises PermissionError for anybody else. Done
    again, it changes nothing.
    """
    if by is not None and by != user and not by.is_superuser:
        raise PermissionError("an account is erased by its person or an administrator")
    if not _erased(user).exists():
        tell_event("erased", by=by or user)
    for callback in _callbacks:
        callback(user)
    _forget_mails(addresses_of(user))
    close_account(user=user)
    forget_labels(user)
    for model in PERSONAL:
        model.objects.filter(user=user).delete()
    _empty_member(user)
    _empty_account(user)
    ErasedAccount.objects.get_or_create(number=user.pk, opened_at=user.date_joined, defaults={"erased_by": by})
    # After the commit: who is on the list and in the database is erased in any case.
    transaction.on_commit(write_down, robust=True)


def _erased(user):
    return ErasedAccount.objects.filter(number=user.pk, opened_at=user.date_joined)


def addresses_of(user):
    """The addresses by which a person was known here, in lower case: today's, and those they asked or joined with."""
    found = {user.email, *EmailAddress.objects.filter(user=user).values_list("email", flat=True)}
    for model in (Invitation, JoinRequest):
        found.update(model.objects.filter(account=user).values_list("email", flat=True))
    return {address.lower() for address in found}


def _forget_mails(addresses):
    Invitation.objects.filter(email__in=addresses).delete()
    JoinRequest.objects.filter(email__in=addresses).delete()
    JoinRequest.objects.filter(vouched_by__in=addresses).update(vouched_by="")


def _empty_account(user):
    user.email = f"erased-{user.pk}{ERASED}"
    user.first_name = user.last_name = ""
    user.is_superuser = user.is_staff = False
    user.last_login = None
    if user.has_usable_password():
        user.set_unusable_password()
    user.save()
    user.groups.clear()
    user.user_permissions.clear()


def _empty_member(user):
    for member in Member.objects.filter(user=user):
        member.role, member.languages = "", []
        member.save()
        member.expertise.clear()
        member.countries.clear()
