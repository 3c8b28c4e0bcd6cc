"""The only writers of identity rows. Each change is audited, counted in `version` and announced."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.changes import announce
from portal.access.enums import Action, Level, TextSensitivity
from portal.access.models import RecordIdentity
from portal.access.policy import can

from .audit import log


@transaction.atomic
def register_record(*, key, kind, code, by=None, owner=None, custodian=None, listed_to=Level.OWNER, details_to=None):
    """The new identity row of a record, as narrow as its kind asks before anyone chooses."""
    identity = RecordIdentity(key=key, kind=kind, code=code, owner=owner, custodian=custodian)
    _set_levels(identity, listed_to, details_to or listed_to)
    identity.save(force_insert=True)
    if by is not None:
        identity.contributors.add(by)
    log("registered", identity=identity, by=by, listed_to=identity.listed_to, details_to=identity.details_to)
    announce(identity.key)
    return identity


@transaction.atomic
def restrict_access(*, identity, by, listed_to=None, details_to=None, reason=""):
    """Narrows at once who may know of the record or read it, and drops a wish that waits.

    Raises PermissionDenied when `by` is not in the chain, ValidationError when the change would widen anything.
    """
    identity = _locked(identity)
    _require(by, Action.RESTRICT, identity)
    listed_to, details_to = Level(listed_to or identity.listed_to), Level(details_to or identity.details_to)
    if listed_to.rank < Level(identity.listed_to).rank or details_to.rank < Level(identity.details_to).rank:
        raise ValidationError(_("This would show the record to more people; restricting can only show it to fewer."))
    _drop_wish(identity)
    return _change(identity, "restricted", by, listed_to, details_to, reason=reason)


@transaction.atomic
def widen_access(*, identity, by, listed_to, details_to, reason, second=None, sensitivity=None):
    """Opens the record to more people: the owner alone, or `by` and a second person who is an editor.

    The details stay within `sensitivity` (a TextSensitivity; by default the assessed one). Raises PermissionDenied
    or ValidationError (no reason given).
    """
    identity = _locked(identity)
    if not can(by, Action.WIDEN, identity):
        _require_two(by, second, identity)
    if not reason.strip():
        raise ValidationError(_("Say why more people may see this."))
    if sensitivity is not None:
        identity.text_sensitivity = sensitivity
    by_two = {"second": second.pk} if second else {}
    return _change(identity, "widened", by, listed_to, details_to, reason=reason, **by_two)


@transaction.atomic
def withdraw_record(*, identity, by, reason=""):
    """Takes the record away from everybody but editors, at once. Raises PermissionDenied."""
    identity = _locked(identity)
    _require(by, Action.WITHDRAW, identity)
    _drop_wish(identity)
    identity.withdrawn_at = timezone.now()
    return _change(identity, "withdrawn", by, identity.listed_to, identity.details_to, reason=reason)


@transaction.atomic
def set_parties(*, identity, by, owner=None, custodian=None, named=()):
    """Sets owning, keeping and named organisations; an editor's work. Raises PermissionDenied."""
    identity = _locked(identity)
    _require(by, Action.EDIT, identity)
    identity.owner, identity.custodian = owner, custodian
    identity.named_organisations.set(named)
    return _change(identity, "parties set", by, identity.listed_to, identity.details_to)


def _locked(identity):
    return RecordIdentity.objects.select_for_update().get(pk=identity.pk)


def _require(by, action, identity):
    if not can(by, action, identity):
        raise PermissionDenied


def _require_two(by, second, identity):
    if second is None or second == by or not can(second, Action.EDIT, identity):
        raise PermissionDenied


def _drop_wish(identity):
    if wish := getattr(identity, "wish", None):
        wish.delete()


def _change(identity, what, by, listed_to, details_to, **detail):
    _set_levels(identity, listed_to, details_to)
    identity.version += 1
    identity.save()
    log(what, identity=identity, by=by, listed_to=identity.listed_to, details_to=identity.details_to, **detail)
    announce(identity.key)
    return identity


def _set_levels(identity, listed_to, details_to):
    cap = TextSensitivity(identity.text_sensitivity).widest
    identity.listed_to = Level(listed_to)
    identity.details_to = Level.narrower(details_to, listed_to, cap)
