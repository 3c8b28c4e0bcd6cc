"""The writers of identity rows. Each change is audited, counted in `version` and announced."""

from copy import copy

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.changes import announce
from portal.access.enums import Action, Level, OwnerAnswer, TextSensitivity
from portal.access.models import AccessWish, OwnerNotice, PartiesWish, RecordIdentity
from portal.access.policy import can

from .audit import log
from .deciding import locked, require, require_owner_or_two, require_reason


@transaction.atomic
def register_record(
    *, key, kind, code, by=None, owner=None, custodian=None, listed_to=Level.OWNER, details_to=None, within=None,
    sensitivity=TextSensitivity.NOT_ASSESSED, named=(),
):  # fmt: skip
    """The new identity row of a record, as narrow as its kind asks before anyone chooses.

    The row of a copy stays `within` that of its source, a RecordIdentity: never wider, and for editors only when that
    one is withdrawn. `sensitivity` is what its author says of the text of what has no review: it caps the details, and
    never lets them go beyond `listed_to`. `named` are organisations that are named from the beginning.
    """
    details_to = details_to or listed_to
    if within is not None:
        source = [Level.OWNER] * 2 if within.withdrawn_at else [within.listed_to, within.details_to]
        listed_to, details_to = map(Level.narrower, (listed_to, details_to), source)
    identity = RecordIdentity(
        key=key, kind=kind, code=code, owner=owner, custodian=custodian, text_sensitivity=sensitivity
    )
    _set_levels(identity, listed_to, details_to)
    identity.save(force_insert=True)
    if by is not None:
        identity.contributors.add(by)
    if named:
        identity.named_organisations.set(named)
    log("registered", identity=identity, by=by, listed_to=identity.listed_to, details_to=identity.details_to)
    announce(identity.key)
    return identity


@transaction.atomic
def take_reserved(
    *, identity, by=None, owner=None, custodian=None, listed_to, details_to, sensitivity=TextSensitivity.NOT_ASSESSED,
    named=(),
):  # fmt: skip
    """An entry comes to the row that was kept for its code: other entries named it before it was here. As
    `register_record`; that no page has this row yet is asked by who calls."""
    identity = locked(identity)
    identity.owner, identity.custodian, identity.text_sensitivity = owner, custodian, sensitivity
    if by is not None:
        identity.contributors.add(by)
    identity.named_organisations.set(named)
    return change(identity, "registered", by, listed_to, details_to)


@transaction.atomic
def restrict_access(*, identity, by, listed_to=None, details_to=None, reason=""):
    """Narrows at once who may know of the record or read it, and drops what waits for approval.

    Raises PermissionDenied when `by` is not in the chain, ValidationError when the change would widen anything.
    """
    identity = locked(identity)
    require(by, Action.RESTRICT, identity)
    listed_to, details_to = Level(listed_to or identity.listed_to), Level(details_to or identity.details_to)
    if listed_to.rank < Level(identity.listed_to).rank or details_to.rank < Level(identity.details_to).rank:
        raise ValidationError(_("This would show the record to more people; restricting can only show it to fewer."))
    _drop_wishes(identity)
    return change(identity, "restricted", by, listed_to, details_to, reason=reason)


@transaction.atomic
def widen_access(*, identity, by, listed_to, details_to, reason, second=None, sensitivity=None):
    """Opens the record to more people: the owner alone, or `by`, who may ask for it, and a second, an editor.

    The details stay within `sensitivity` (a TextSensitivity; by default the assessed one). Raises PermissionDenied
    or ValidationError (no reason given).
    """
    identity = locked(identity)
    require_owner_or_two(by, second, Action.WIDEN, identity)
    require_reason(reason)
    if sensitivity is not None:
        identity.text_sensitivity = sensitivity
    by_two = {"second": second.pk} if second else {}
    return change(identity, "widened", by, listed_to, details_to, reason=reason, **by_two)


@transaction.atomic
def withdraw_record(*, identity, by, reason=""):
    """Takes the record away from everybody but editors, at once. Raises PermissionDenied."""
    identity = locked(identity)
    require(by, Action.WITHDRAW, identity)
    _drop_wishes(identity)
    identity.withdrawn_at = timezone.now()
    return change(identity, "withdrawn", by, identity.listed_to, identity.details_to, reason=reason)


def change(identity, what, by, listed_to, details_to, **detail):
    """Saves a locked row with these levels, audited and announced: for the services of this package only."""
    _set_levels(identity, listed_to, details_to)
    identity.version += 1
    identity.save()
    log(what, identity=identity, by=by, listed_to=identity.listed_to, details_to=identity.details_to, **detail)
    announce(identity.key)
    return identity


@transaction.atomic
def add_contributor(*, identity, by):
    """Notes that `by` wrote a draft of the record, which gives them what who wrote it may. That they may write one is
    asked before (portal.access.drafts)."""
    if not identity.contributors.filter(pk=by.pk).exists():
        identity.contributors.add(by)
        log("contributor added", identity=identity, by=by)


@transaction.atomic
def add_contributors_of(*, identity, other, by):
    """Who wrote `other` (an identity) wrote this one, too, as when the two become one: of them who may read it, since
    this opens nothing to anybody; `by` may change both, which is asked before."""
    new = other.contributors.exclude(pk__in=identity.contributors.values("pk"))
    for person in [each for each in new if can(each, Action.READ, identity)]:
        identity.contributors.add(person)
        log("contributor added", identity=identity, by=by, merged_from=other.code)


def with_levels(identity, listed_to, details_to, sensitivity):
    """A copy of the row with these levels, never saved."""
    shown = copy(identity)
    shown.text_sensitivity = sensitivity
    _set_levels(shown, listed_to, details_to)
    return shown


def identity_to_be(*, key, kind, listed_to, details_to, custodian=None):
    """The row that a record will begin with, never saved: for a form about a record that is not made yet."""
    return RecordIdentity(key=key, kind=kind, listed_to=listed_to, details_to=details_to, custodian=custodian)


def drop_access_wish(identity):
    AccessWish.objects.filter(identity=identity).delete()


def drop_parties_wish(identity):
    PartiesWish.objects.filter(identity=identity).delete()


def _drop_wishes(identity):
    """No later approval undoes a narrowing unseen; owners of data are told anew, and a no stays a no."""
    drop_access_wish(identity)
    drop_parties_wish(identity)
    OwnerNotice.objects.filter(identity=identity).exclude(answer=OwnerAnswer.NOT_BEYOND).delete()


def _set_levels(identity, listed_to, details_to):
    cap = TextSensitivity(identity.text_sensitivity).widest
    identity.listed_to = Level(listed_to)
    identity.details_to = Level.narrower(details_to, listed_to, cap)
