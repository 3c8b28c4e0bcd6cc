"""Who owns a record, who keeps it, which organisations are named: what shows it to further people takes two."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.access.enums import Action, Level
from portal.access.models import PartiesWish

from .deciding import ChangedMeanwhile, locked, require, require_reason, require_second, require_uncontested
from .identities import change, drop_access_wish, drop_parties_wish


def changes_party(identity, owner, custodian):
    """Whether another organisation would own or keep the record, or none.

    Focal points of a new one would see the record whatever its level, those of an owner would widen it alone; those of
    a former one could no longer withdraw it, nor read its log.
    """
    return (owner and owner.pk, custodian and custodian.pk) != (identity.owner_id, identity.custodian_id)


@transaction.atomic
def set_parties(*, identity, by, owner=None, custodian=None, named=(), second=None):
    """Sets owning, keeping and named organisations; an editor's work. It drops a change of parties that waits.

    Another owner or keeper, or none, takes a `second`, an editor: raises PermissionDenied without (see
    `ask_parties`). One editor alone cannot name further organisations while the record is open to named ones: raises
    ValidationError (see `ask_access`).
    """
    identity = locked(identity)
    require(by, Action.EDIT, identity)
    if changes_party(identity, owner, custodian):
        require_second(by, second, identity)
    _set_named(identity, {organisation.pk for organisation in named})
    drop_parties_wish(identity)
    by_two = {"second": second.pk} if second else {}
    named = sorted(organisation.pk for organisation in named)
    return _change(identity, "parties set", by, owner, custodian, named=named, **by_two)


@transaction.atomic
def ask_parties(*, identity, by, reason, owner=None, custodian=None):
    """Keeps a change of owner and keeper until an editor other than `by` approves; returns the PartiesWish.

    Raises PermissionDenied for who neither wrote the record nor stands in its chain, ValidationError without a reason.
    """
    identity = locked(identity)
    require(by, Action.ASK, identity)
    require_reason(reason, _("Say why who owns it or keeps it is to change."))
    drop_parties_wish(identity)
    return PartiesWish.objects.create(identity=identity, owner=owner, custodian=custodian, reason=reason, asked_by=by)


@transaction.atomic
def approve_parties(*, identity, by, seen=None):
    """Applies the change of owner and keeper that waits, if there is one; returns the identity.

    Raises PermissionDenied when `by` is no editor or asked for it; ChangedMeanwhile when the one that waits is not the
    one that `by` has `seen` (a primary key; None: whichever waits).
    """
    identity = locked(identity)
    wish = PartiesWish.objects.filter(identity=identity).select_related("owner", "custodian", "asked_by").first()
    if seen is not None and (wish is None or wish.pk != seen):
        raise ChangedMeanwhile
    if wish is None:
        return identity
    require_second(wish.asked_by, by, identity)
    drop_parties_wish(identity)
    detail = {"asked_by": wish.asked_by_id, "reason": wish.reason}
    return _change(identity, "parties approved", by, wish.owner, wish.custodian, **detail)


def _set_named(identity, named):
    before = set(identity.named_organisations.values_list("pk", flat=True))
    if named - before and Level.NAMED in (identity.listed_to, identity.details_to):
        raise ValidationError(_("This names further organisations: ask for it under “Who may see this?”."))
    if before - named:
        drop_access_wish(identity)
    identity.named_organisations.set(named)


def _change(identity, what, by, owner, custodian, **detail):
    if changes_party(identity, owner, custodian):
        require_uncontested(identity)
    identity.owner, identity.custodian = owner, custodian
    parties = {"owner": owner and owner.pk, "custodian": custodian and custodian.pk}
    return change(identity, what, by, identity.listed_to, identity.details_to, **parties, **detail)
