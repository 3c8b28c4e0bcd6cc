from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from portal.access.enums import Action
from portal.access.models import Grant
from portal.access.policy import can

from .audit import log


@transaction.atomic
def give_grant(*, identity, by, reason, user=None, organisation=None, until=None):
    """A grant of the details for one member or organisation, from now until `until` (datetime; None: until ended).

    Raises PermissionDenied when `by` is not in the chain of the record, ValidationError when it names both or none.
    """
    if not can(by, Action.RESTRICT, identity):
        raise PermissionDenied
    grant = Grant(
        identity=identity, user=user, organisation=organisation, reason=reason, given_by=by, until=until,
        starts_at=timezone.now(),
    )  # fmt: skip
    grant.full_clean()
    grant.save()
    log("grant given", identity=identity, by=by, grant=grant.pk)
    return grant


@transaction.atomic
def end_grant(*, grant, by):
    """Ends a grant now; it shows on the holder's next request. Raises PermissionDenied."""
    if not can(by, Action.RESTRICT, grant.identity):
        raise PermissionDenied
    grant.ended_at, grant.ended_by = timezone.now(), by
    grant.save(update_fields=["ended_at", "ended_by"])
    log("grant ended", identity=grant.identity, by=by, grant=grant.pk)
    return grant
