"""Gives a withdrawn record back: one editor asks, another approves."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from portal.access.enums import Action
from portal.access.models import RestoreWish

from .deciding import ChangedMeanwhile, locked, require, require_reason, require_second
from .identities import change


@transaction.atomic
def ask_restore(*, identity, by, reason):
    """Keeps what an editor asks until another approves; returns the RestoreWish. It replaces one that waits.

    Raises PermissionDenied for who is no editor, ValidationError (no reason given, not withdrawn).
    """
    identity = locked(identity)
    require(by, Action.EDIT, identity)
    require_reason(reason)
    _require_withdrawn(identity)
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
    """Gives a withdrawn record back to whom its levels let in: it takes two editors and a reason.

    Raises PermissionDenied, or ValidationError (no reason given, not withdrawn).
    """
    identity = locked(identity)
    require(by, Action.EDIT, identity)
    require_second(by, second, identity)
    require_reason(reason)
    _require_withdrawn(identity)
    _drop_wish(identity)
    identity.withdrawn_at = None
    levels = identity.listed_to, identity.details_to
    return change(identity, "restored", by, *levels, reason=reason, second=second.pk)


def _require_withdrawn(identity):
    if identity.withdrawn_at is None:
        raise ValidationError(_("It is not withdrawn."))


def _drop_wish(identity):
    RestoreWish.objects.filter(identity=identity).delete()
