from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.changes import announce_grant
from portal.access.enums import Action
from portal.access.models import Grant

from .audit import log
from .deciding import locked, require, require_owner_or_two, require_reason


@transaction.atomic
def give_grant(*, identity, by, reason, user=None, organisation=None, until=None, second=None):
    """A grant of the details for one member or organisation, from now until `until` (datetime; None: until ended).

    It shows a record to more people, so it takes the owner, or `by`, who may ask for it, and a second, an editor.
    Raises PermissionDenied; ValidationError when it names both or none, has no reason, or would be over already.
    """
    identity = locked(identity)
    require_owner_or_two(by, second, Action.GRANT, identity)
    require_reason(reason)
    now = timezone.now()
    if until is not None and until <= now:
        raise ValidationError({"until": _("This day is past.")})
    grant = Grant(
        identity=identity, user=user, organisation=organisation, reason=reason, given_by=by, until=until, starts_at=now
    )
    grant.full_clean()
    grant.save()
    by_two = {"second": second.pk} if second else {}
    log("grant given", identity=identity, by=by, grant=grant.pk, **by_two)
    announce_grant(grant)
    return grant


@transaction.atomic
def end_grant(*, grant, by):
    """Ends a grant now, once; it shows on the holder's next request. Raises PermissionDenied."""
    identity = locked(grant.identity)
    require(by, Action.RESTRICT, identity)
    grant = Grant.objects.select_for_update().get(pk=grant.pk)
    if grant.ended_at is None:
        grant.ended_at, grant.ended_by = timezone.now(), by
        grant.save(update_fields=["ended_at", "ended_by"])
        log("grant ended", identity=identity, by=by, grant=grant.pk)
    return grant
