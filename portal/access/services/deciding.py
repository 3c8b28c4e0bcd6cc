"""Who may decide a change of access: one person in the chain to narrow it, the owner or two people to widen it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from portal.access.drafts import may_write
from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.models.scope import CHAIN
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.relations import stands_in


class ChangedMeanwhile(PermissionDenied):
    """Somebody decided about the record after this person looked at it: what they ask for, they ask for unseen."""


def locked(identity):
    """The row as it stands now, locked until the transaction ends: what is decided is decided of this.

    Its key is left out of the lock: rows that point at it, such as lines of the log, are written meanwhile. Else who
    decides about an entry and then an agreement, and who ends the agreement and writes a line of the entry, would wait
    for each other (https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-ROWS).
    """
    return RecordIdentity.objects.select_for_update(no_key=True).get(pk=identity.pk)


def require(by, action, identity):
    """Raises PermissionDenied unless `by` may do `action`."""
    if not can(by, action, identity):
        raise PermissionDenied


def require_chain(by, identity):
    """Raises PermissionDenied unless `by` is in the chain of a record, withdrawn or not: who may close what is open."""
    if not stands_in(reader_of(by).deciding, identity, CHAIN):
        raise PermissionDenied


def require_asking(by, identity, is_draft):
    """Raises PermissionDenied unless `by` may ask for another access: of a draft also who wrote it, whom its level may
    not name."""
    if not (is_draft and may_write(by, identity, is_draft=True)):
        require(by, Action.ASK, identity)


def require_administrator(by):
    """Raises PermissionDenied unless `by` is an administrator: what shows records to others by saying who they are."""
    if by is None or not (by.is_active and by.is_superuser):
        raise PermissionDenied


def require_uncontested(identity):
    """Raises PermissionDenied while it is contested who speaks for the owner or keeper: nobody new becomes a reader."""
    if identity.is_contested:
        raise PermissionDenied


def require_owner_or_two(by, second, action, identity):
    """Raises PermissionDenied unless `by` may do it alone, or may ask and a `second`, an editor, agrees; and while the
    owner or keeper is frozen: what takes this shows a record to more people."""
    require_uncontested(identity)
    if can(by, action, identity):
        return
    require(by, Action.ASK, identity)
    require_second(by, second, identity)


def require_second(by, second, identity):
    """Raises PermissionDenied unless `second` is an editor and somebody other than `by`."""
    if second is None or second == by or not can(second, Action.EDIT, identity):
        raise PermissionDenied


def require_reason(reason, sentence=""):
    """Raises ValidationError when there is none: says `sentence`, or that it is for more people seeing the record."""
    if not reason.strip():
        raise ValidationError({"reason": sentence or _("Say why more people may see this.")})
