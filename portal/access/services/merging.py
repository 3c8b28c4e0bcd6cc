"""Two organisations that are one: what belonged to the double belongs to the one that is kept."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from portal.access.enums import OwnerAnswer
from portal.access.models import AccessWish, Grant, OwnerNotice, PartiesWish, RecordIdentity

from .audit import log
from .deciding import locked, require_administrator, require_reason
from .identities import change


@transaction.atomic
def merge_parties(*, keep, drop, by, reason):
    """Puts `keep` wherever `drop` owns, keeps or is named, holds a grant, or is asked for as one of these.

    It shows records of each of the two to the people of the other, so it takes an administrator, who alone says who
    belongs to which organisation, and a reason; each record's log says so. Raises PermissionDenied or ValidationError.
    """
    require_administrator(by)
    require_reason(reason, _("Say how you know that the two are one."))
    told = {"dropped": drop.code, "kept": keep.code, "reason": reason}
    for identity in RecordIdentity.objects.filter(named_or_party(drop)).distinct():
        _merge(locked(identity), keep, drop, by, told)
    for grant in Grant.objects.filter(Q(organisation=drop) | Q(within=drop)).select_related("identity"):
        for name in ("organisation_id", "within_id"):
            if getattr(grant, name) == drop.pk:
                setattr(grant, name, keep.pk)
        grant.save(update_fields=["organisation", "within"])
        log("grant moved", identity=grant.identity, by=by, grant=grant.pk, **told)
    _merge_wishes(keep, drop)


def named_or_party(organisation):
    """The identities that an organisation owns or keeps, or that name it."""
    return Q(owner=organisation) | Q(custodian=organisation) | Q(named_organisations=organisation)


def _merge(identity, keep, drop, by, told):
    if identity.owner_id == drop.pk:
        identity.owner = keep
    if identity.custodian_id == drop.pk:
        identity.custodian = keep
    if identity.named_organisations.filter(pk=drop.pk).exists():
        identity.named_organisations.remove(drop)
        identity.named_organisations.add(keep)
    change(identity, "organisations merged", by, identity.listed_to, identity.details_to, **told)


def _merge_wishes(keep, drop):
    # Where both were told, what the kept one said holds; but a no of either.
    refused = OwnerNotice.objects.filter(organisation=drop, answer=OwnerAnswer.NOT_BEYOND).values("identity")
    OwnerNotice.objects.filter(organisation=keep, identity__in=refused).delete()
    told = OwnerNotice.objects.filter(organisation=keep).values("identity")
    OwnerNotice.objects.filter(organisation=drop).exclude(identity__in=told).update(organisation=keep)
    OwnerNotice.objects.filter(organisation=drop).delete()
    for wish in AccessWish.objects.filter(named_organisations=drop):
        wish.named_organisations.remove(drop)
        wish.named_organisations.add(keep)
    for wish in PartiesWish.objects.filter(Q(owner=drop) | Q(custodian=drop)):
        parties = {name: keep.pk if getattr(wish, name) == drop.pk else getattr(wish, name) for name in PARTIES}
        # Replaced, never changed: its key says which one somebody saw.
        wish.delete()
        PartiesWish.objects.create(identity=wish.identity, asked_by=wish.asked_by, reason=wish.reason, **parties)


PARTIES = ("owner_id", "custodian_id")
