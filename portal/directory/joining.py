"""Requests to join: confirmed by mail, then decided by a domain, a member who vouches, a focal point or an editor."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.directory.domains import organisation_by_domain, organisation_by_name
from portal.directory.events import tell_event
from portal.directory.inviting import begin_membership, open_invitation, require_not_frozen
from portal.directory.models import JoinBasis, JoinRequest, JoinState, Membership
from portal.directory.rights import is_editor, is_member, manages, require, speaks_for
from portal.directory.tokens import digest_of, new_token

CONFIRMED_WITHIN = timedelta(days=3)


class LinkOver(ValidationError):
    """The link was used, or left too long, or there never was one."""


@transaction.atomic
def ask_to_join(*, email, name, organisation_name, reason, role="", languages=(), vouched_by=""):
    """Keeps a visitor's request until its address is confirmed; returns nothing.

    The same is done whether or not the address is known: only the mail, which its reader alone sees, says which.
    """
    token, digest = new_token()
    request = JoinRequest.objects.create(
        digest=digest, email=email.strip().lower(), name=name, organisation_name=organisation_name, reason=reason,
        role=role, languages=list(languages), vouched_by=vouched_by.strip().lower(),
    )  # fmt: skip
    known = get_user_model().objects.filter(email=request.email, is_active=True).exists()
    tell_event("known address asked to join" if known else "asked to join", request=request, token=token)


@transaction.atomic
def confirm(*, token):
    """Confirms the address of a request. Returns it, and the token of an invitation when that is all it takes.

    Raises LinkOver.
    """
    request = _confirmed(request_of(token))
    matched = organisation_by_domain(request.email)
    request.organisation = matched or organisation_by_name(request.organisation_name)
    request.save()
    if matched is not None:
        return request, _accept(request, by=None, basis=JoinBasis.DOMAIN, organisation=matched, is_told=False)
    tell_event("join request confirmed", organisation=request.organisation, request=request)
    return request, None


def request_of(token):
    """The JoinRequest that a link still confirms. Raises LinkOver."""
    since = timezone.now() - CONFIRMED_WITHIN
    found = JoinRequest.objects.filter(digest=digest_of(token), state=JoinState.UNCONFIRMED, asked_at__gt=since)
    if (request := found.first()) is None:
        raise LinkOver(_("This link is no longer valid."))
    return request


def _confirmed(request):
    request.state, request.confirmed_at = JoinState.WAITING, timezone.now()
    unconfirmed = JoinRequest.objects.filter(pk=request.pk, state=JoinState.UNCONFIRMED)
    # Asked and marked in one statement: of two at once, one finds it confirmed.
    if not unconfirmed.update(state=request.state, confirmed_at=request.confirmed_at):
        raise LinkOver(_("This link is no longer valid."))
    return request


@transaction.atomic
def ask_for_organisation(*, user, organisation, reason):
    """A member asks to belong to one more organisation; its focal point or an editor decides. Returns the request.

    Raises PermissionDenied for who is no member; ValidationError while the organisation is contested.
    """
    require(is_member(user))
    require_not_frozen(organisation)
    waiting = JoinRequest.objects.filter(email=user.email, organisation=organisation, state=JoinState.WAITING)
    if (request := waiting.first()) is not None:
        return request
    member = user.member
    request = JoinRequest.objects.create(
        digest=new_token()[1], email=user.email, account=user, name=user.get_full_name(), organisation=organisation,
        organisation_name=organisation.name_en, reason=reason, role=member.role, languages=member.languages,
        state=JoinState.WAITING, confirmed_at=timezone.now(),
    )  # fmt: skip
    tell_event("join request confirmed", by=user, organisation=organisation, request=request)
    return request


def may_ask_to_join(user, organisation):
    """Whether a member may ask to belong to the organisation: who does not yet, while nothing about it is contested."""
    if not is_member(user) or organisation.is_frozen:
        return False
    return not Membership.objects.filter(member__user=user, organisation=organisation, is_active=True).exists()


def waiting_for(user):
    """The requests that this person may decide, never their own: editors all, focal points those to their
    organisations, members those that name them as who vouches."""
    waiting = JoinRequest.objects.filter(state=JoinState.WAITING).select_related("organisation")
    if not (is_editor(user) or is_member(user)):
        return waiting.none()
    waiting = waiting.exclude(email=user.email)
    if is_editor(user):
        return waiting
    return waiting.filter(Q(organisation__in=speaks_for(user)) | Q(vouched_by=user.email))


@transaction.atomic
def accept_request(*, request, by, organisation=None):
    """Accepts a request: as editor into any organisation or none, as focal point into one's own, as the member who
    vouches into none, or into one that one speaks for: the one that they named they go on asking for.

    Raises PermissionDenied; LinkOver when it is decided; ValidationError for a member who asks for an organisation that
    is contested."""
    request = _waiting(request)
    require(may_decide(by, request) and (organisation is None or manages(by, organisation)))
    basis = _basis(by, request)
    _accept(request, by=by, basis=basis, organisation=organisation)
    if basis == JoinBasis.VOUCHED and request.organisation not in (None, organisation):
        _ask_on(request)
    return request


@transaction.atomic
def decline_request(*, request, by):
    """Declines a request. Raises PermissionDenied for who is neither editor nor focal point there, or LinkOver."""
    request = _waiting(request)
    require(manages(by, request.organisation))
    _decide(request, JoinState.DECLINED, by, _basis(by, request))
    tell_event("join request declined", by=by, organisation=request.organisation, request=request)


def may_decide(user, request):
    """Whether this person may let them in."""
    if request.email == user.email:
        return False
    return manages(user, request.organisation) or (is_member(user) and request.vouched_by == user.email)


def account_holders(emails):
    """By address, the users of those who are of the community already."""
    users = get_user_model().objects.filter(email__in=emails, is_active=True, member__is_active=True)
    return {user.email: user for user in users.select_related("member")}


def _waiting(request):
    found = JoinRequest.objects.select_for_update().filter(pk=request.pk, state=JoinState.WAITING).first()
    if found is None:
        raise LinkOver(_("Somebody has decided this already."))
    return found


def _basis(by, request):
    if speaks_for(by).filter(pk=request.organisation_id).exists():
        return JoinBasis.FOCAL_POINT
    return JoinBasis.EDITOR if is_editor(by) else JoinBasis.VOUCHED


def _ask_on(request):
    """Whom a member vouches for asks on for the organisation that they named: its focal point or an editor decides."""
    if JoinRequest.objects.filter(
        email=request.email, organisation=request.organisation, state=JoinState.WAITING
    ).exists():
        return
    kept = ("email", "account", "name", "organisation", "organisation_name", "role", "languages", "reason")
    JoinRequest.objects.create(
        digest=new_token()[1], state=JoinState.WAITING, asked_at=request.asked_at, confirmed_at=request.confirmed_at,
        **{name: getattr(request, name) for name in kept},
    )  # fmt: skip


def _decide(request, state, by, basis):
    request.state, request.basis, request.decided_by, request.decided_at = state, basis, by, timezone.now()
    request.save()


def _accept(request, *, by, basis, organisation, is_told=True):
    """Lets them in; returns the token of their invitation, None for who has an account already."""
    _decide(request, JoinState.ACCEPTED, by, basis)
    user = account_holders([request.email]).get(request.email)
    if user is not None:
        # Let in without it they would be where they were, and their request gone.
        require_not_frozen(organisation or request.organisation)
        if organisation is not None:
            begin_membership(user.member, organisation)
        tell_event("joined", by=by, organisation=organisation, member=user.member, request=request)
        return None
    invitation, token = open_invitation(
        email=request.email, by=by, organisation=organisation, role=request.role, language=request.language
    )
    facts = {"invitation": invitation, "token": token, "request": request, "is_told": is_told}
    tell_event("join request accepted", by=by, organisation=organisation, **facts)
    return token
