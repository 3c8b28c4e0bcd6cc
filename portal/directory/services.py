"""What may be done to accounts, members and organisations, by whichever way in."""

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from portal.directory.addresses import holder_of
from portal.directory.models import HandOver, Membership
from portal.directory.rights import takes_two

FILLED = ("name_fr", "name_ar", "acronym", "website", "mailbox")
"""What an organisation takes of its double where it has none itself."""


@transaction.atomic
def open_account(*, email, first_name="", last_name=""):
    """The account of that e-mail address, a new one when there is none.

    Nobody types a password for somebody else: whoever reads that mailbox chooses one by “Forgot your password?”, which
    also shows that the address is theirs.
    """
    email = email.strip().lower()
    user = holder_of(email)
    if user is None:
        user = get_user_model().objects.create_user(email, first_name=first_name, last_name=last_name)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user


@transaction.atomic
def take_over(*, keep, drop):
    """Gives `keep` the members and names of `drop`, its double, and what it had not; says of `drop` where it went.

    Who may do so, and all that else points at the two, is the caller's (portal.records.merging).
    """
    for membership in Membership.objects.filter(organisation=drop):
        _join(_as_let_in(membership, keep, drop), keep)
    for name in FILLED:
        setattr(keep, name, getattr(keep, name) or getattr(drop, name))
    names = (name for name in (*keep.also_named, *drop.names) if name not in (keep.name_en, keep.name_fr, keep.name_ar))
    keep.also_named = [name for name in dict.fromkeys(names) if name != keep.acronym]
    keep.email_domains = list(dict.fromkeys([*keep.email_domains, *drop.email_domains]))
    keep.part_of = _whole_of(keep, drop)
    if drop.is_frozen and not keep.is_frozen:
        # What is contested of one is contested of both.
        keep.frozen_at, keep.frozen_because = drop.frozen_at, drop.frozen_because
    # One that waits about the same person is enough.
    waiting = HandOver.objects.filter(decided_at=None)
    known = list(waiting.filter(organisation=keep).values_list("member", flat=True))
    waiting.filter(organisation=drop, member__in=known).delete()
    keep.save()
    drop.merged_into, drop.part_of = keep, None
    drop.save()


def _as_let_in(membership, keep, drop):
    """The membership of the double with what one person alone may give: where two name who speaks for the kept one, or
    it is contested for the double, nobody speaks by a merge; one that is frozen has no new readers."""
    if takes_two(keep) or drop.is_frozen:
        membership.is_focal_point = membership.is_deputy = False
    if keep.is_frozen:
        membership.began_at = timezone.now()
    return membership


def _join(membership, keep):
    """The membership of the double moves; whoever belongs to both keeps one, as strong as the stronger that runs."""
    other = Membership.objects.filter(member=membership.member_id, organisation=keep).first()
    if other is None or (membership.is_active and not other.is_active):
        Membership.objects.filter(pk=other and other.pk).delete()
        membership.organisation = keep
        membership.save()
        return
    if membership.is_active == other.is_active:
        stronger = max(other, membership, key=_strength)
        other.is_focal_point, other.is_deputy = stronger.is_focal_point, stronger.is_deputy
    membership.delete()
    other.save()


def _strength(membership):
    return membership.is_focal_point, not membership.is_deputy


def _whole_of(keep, drop):
    """What the kept one is part of: never of itself, by way of its double."""
    wholes = (whole for whole in (keep.part_of, drop.part_of) if whole and not _upwards(whole) & {keep.pk, drop.pk})
    return next(wholes, None)


def _upwards(organisation):
    """The primary keys of an organisation and of all that it is part of."""
    found = set()
    while organisation is not None and organisation.pk not in found:
        found.add(organisation.pk)
        organisation = organisation.part_of
    return found
