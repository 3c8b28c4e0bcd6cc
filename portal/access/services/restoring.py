"""Gives a withdrawn record back: its owner or an editor asks, another editor approves (docs/decisions/0032)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.access.enums import Relation
from portal.access.models import RestoreWish
from portal.access.readers import reader_of
from portal.access.relations import stands_in

from .deciding import ChangedMeanwhile, locked, require_reason, require_second
from .identities import change


@transaction.atomic
def ask_restore(*, identity, by, reason):
    """Keeps what is asked until an editor, another person, approves; returns the RestoreWish. It replaces one that
    waits. Raises PermissionDenied for who may not ask, ValidationError (no reason given, not withdrawn).
    """
    identity = locked(identity)
    _require_asking_back(by, identity)
    require_reason(reason)
    _drop_wish(identity)
    return RestoreWish.objects.create(identity=identity, reason=reason, asked_by=by)


@transaction.atomic
def approve_restore(*, identity, by, seen=None):
    """Restores the record as was asked; returns the identity.

    Raises PermissionDenied when `by` is no editor or asked for it; ChangedMeanwhile when nothing waits, or not the one
    that `by` has `seen` (a primary key; None: whichever waits).
    """
    identity = locked(identity)
    wish = RestoreWish.objects.filter(identity=identity).select_related("asked_by").first()
    if wish is None or seen not in (None, wish.pk):
        raise ChangedMeanwhile
    return restore_record(identity=identity, by=wish.asked_by, second=by, reason=wish.reason)


@transaction.atomic
def restore_record(*, identity, by, second, reason):
    """Gives a withdrawn record back to whom its levels let in: it takes who may ask, an editor, and a reason.

    Raises PermissionDenied, or ValidationError (no reason given, not withdrawn).
    """
    identity = locked(identity)
    _require_asking_back(by, identity)
    require_second(by, second, identity)
    require_reason(reason)
    _drop_wish(identity)
    identity.withdrawn_at = None
    levels = identity.listed_to, identity.details_to
    return change(identity, "restored", by, *levels, reason=reason, second=second.pk)


def may_ask_back(user, identity):
    """Whether `user` may ask that a withdrawn record is given back: editors, and who speaks for its owner, or for its
    keeper where nobody owns it: what an owner took away no keeper asks back."""
    own = Relation.OWNER if identity.owner_id else Relation.KEEPER
    return identity.withdrawn_at is not None and stands_in(reader_of(user).deciding, identity, {own, Relation.EDITOR})


def _require_asking_back(by, identity):
    _require_withdrawn(identity)
    if not may_ask_back(by, identity):
        raise PermissionDenied


def _require_withdrawn(identity):
    if identity.withdrawn_at is None:
        raise ValidationError(_("It is not withdrawn."))


def _drop_wish(identity):
    RestoreWish.objects.filter(identity=identity).delete()
