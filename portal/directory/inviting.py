"""Personal invitations: bound to an address, for fourteen days, revocable, used once."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.directory.addresses import active_holder_of, holder_of
from portal.directory.events import tell_event
from portal.directory.models import Invitation, JoinRequest, Member, Membership
from portal.directory.rights import is_editor, is_member, manages, require
from portal.directory.services import open_account
from portal.directory.tokens import digest_of, new_token

VALID_FOR = timedelta(days=14)


class InvitationOver(ValidationError):
    """It was accepted, revoked or left too long, or there never was one with this link."""


@transaction.atomic
def invite(*, email, by, organisation=None, role="", language="en"):
    """Invites the reader of a mailbox; returns the Invitation. It replaces those that `waiting_for_address` gives.

    Raises PermissionDenied for who is neither editor nor focal point of that organisation; ValidationError while it is
    contested who speaks for the organisation.
    """
    require(manages(by, organisation))
    invitation, token = open_invitation(email=email, by=by, organisation=organisation, role=role, language=language)
    tell_event("invited", by=by, organisation=organisation, invitation=invitation, token=token)
    return invitation


def open_invitation(*, email, by, organisation, role, language):
    """The new Invitation and the token of its link; who may make it is the caller's. Raises ValidationError."""
    require_not_frozen(organisation)
    email = email.strip().lower()
    waiting_for_address(email, organisation).update(revoked_at=timezone.now())
    token, digest = new_token()
    invitation = Invitation.objects.create(
        digest=digest, email=email, organisation=organisation, role=role, language=language, invited_by=by,
        expires_at=timezone.now() + VALID_FOR,
    )  # fmt: skip
    return invitation, token


def waiting_for_address(email, organisation):
    """The open invitations of an address that one into this organisation replaces: into the same, or into none."""
    same = Q(organisation=organisation) | Q(organisation=None)
    return Invitation.objects.open().filter(same, email=email.strip().lower())


@transaction.atomic
def revoke(*, invitation, by):
    """Ends an invitation that waits. Raises PermissionDenied."""
    require(manages(by, invitation.organisation))
    if Invitation.objects.open().filter(pk=invitation.pk).update(revoked_at=timezone.now()):
        tell_event("invitation revoked", by=by, organisation=invitation.organisation, invitation=invitation)


def invitation_of(token):
    """The Invitation that a link still opens, while who gave it may still let in. Raises InvitationOver."""
    found = Invitation.objects.open().select_related("organisation", "invited_by").filter(digest=digest_of(token))
    if (invitation := found.first()) is None or not _is_vouched_for(invitation):
        raise InvitationOver(_("This invitation is no longer valid."))
    return invitation


def _is_vouched_for(invitation):
    """Whether its giver may let in now, whatever they were then; what a domain let in has none."""
    by, organisation = invitation.invited_by, invitation.organisation
    # A member who vouches lets in without an organisation.
    return by is None or manages(by, organisation) or (organisation is None and is_member(by))


def account_of(invitation):
    """The account with which one can sign in by the invited address; None when there is none, or a closed one."""
    return active_holder_of(invitation.email)


@transaction.atomic
def accept(*, token, first_name, last_name, password, languages, is_listed):
    """Opens the account of the invited address and makes it a member; returns the user.

    The link came by mail, so the address is confirmed. Raises InvitationOver, also when two accept at once, or when
    there is an account with that address by now (see `join_with`).
    """
    invitation = _used(token)
    if account_of(invitation) is not None:
        raise InvitationOver(_("There is an account with this address: sign in and open the link again."))
    user = _reopened(invitation) or open_account(email=invitation.email)
    user.first_name, user.last_name = first_name, last_name
    user.set_password(password)
    user.save()
    told = {"role": invitation.role, "languages": languages, "is_listed": is_listed, "is_active": True}
    member, _is_new = Member.objects.update_or_create(user=user, defaults=told)
    _belong(member, invitation)
    return user


@transaction.atomic
def join_with(*, token, user):
    """Adds the organisation of an invitation to who has an account with its address. Raises InvitationOver."""
    invitation = _used(token)
    if account_of(invitation) != user:
        raise InvitationOver(_("This invitation is for another address."))
    member, is_new = Member.objects.get_or_create(user=user, defaults={"role": invitation.role})
    if not (is_new or member.is_active):
        if not is_editor(invitation.invited_by):
            raise InvitationOver(_("You have left the community: only an editor can let you in again."))
        member.is_active = True
        member.save(update_fields=["is_active"])
    _belong(member, invitation)
    return user


def _reopened(invitation):
    """The account that its person, or an administrator, once closed, without any right that it had; None without one.

    Only an editor lets them back in. Raises InvitationOver.
    """
    user = holder_of(invitation.email)
    if user is None or user.is_active:
        return None
    if not is_editor(invitation.invited_by):
        raise InvitationOver(_("Your account is closed: only an editor can open it again."))
    user.is_active, user.is_staff, user.is_superuser = True, False, False
    user.groups.clear()
    user.user_permissions.clear()
    Authenticator.objects.filter(user=user).delete()
    return user


def _used(token):
    invitation = invitation_of(token)
    # Asked and marked in one statement: of two at once, one finds it used.
    if not Invitation.objects.open().filter(pk=invitation.pk).update(accepted_at=timezone.now()):
        raise InvitationOver(_("This invitation is no longer valid."))
    return invitation


def _belong(member, invitation):
    organisation = invitation.organisation
    Invitation.objects.filter(pk=invitation.pk).update(account=member.user)
    JoinRequest.objects.filter(email=invitation.email, account=None).update(account=member.user)
    if organisation is not None:
        require_not_frozen(organisation)
        begin_membership(member, organisation)
    tell_event("joined", by=member.user, organisation=organisation, member=member, invitation=invitation)


def begin_membership(member, organisation):
    """The active Membership; one that was ended begins anew, without what it was once."""
    membership, is_new = Membership.objects.get_or_create(member=member, organisation=organisation)
    if not (is_new or membership.is_active):
        membership.is_active, membership.began_at = True, timezone.now()
        membership.is_focal_point = membership.is_deputy = False
        membership.save()
    return membership


def require_not_frozen(organisation):
    """Raises ValidationError while it is contested who speaks for the organisation: nobody new becomes its reader."""
    if organisation is not None and organisation.is_frozen:
        raise ValidationError(_("Nobody can join this organisation now: the editors are settling who speaks for it."))
