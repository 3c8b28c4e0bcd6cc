from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from portal.access.changes import announce_grant
from portal.access.enums import Action
from portal.access.models import Grant
from portal.access.policy import can
from portal.access.resting import running

from .audit import log
from .deciding import locked, require_chain, require_owner_or_two, require_reason


@transaction.atomic
def give_grant(*, identity, by, reason, until=None, second=None, agreement=None, **holder):
    """A grant of the details for one member or organisation, from now until `until` (datetime; None: until ended).

    `holder`: `user`, also `within` the organisation in whose name they hold it and must belong to; or `organisation`.
    It shows a record to more people, so it takes the owner, or `by`, who may ask for it, and a second, an editor.
    `agreement` is the identity of what it rests on: it must be in force and name the organisation, and
    the grant ends with it at the latest.
    Raises PermissionDenied; ValidationError when it names both or none, has no reason, would be over already or would
    outlive its agreement.
    """
    identity = locked(identity)
    require_owner_or_two(by, second, Action.GRANT, identity)
    require_reason(reason)
    now = timezone.now()
    if until is not None and until <= now:
        raise ValidationError({"until": _("This day is past.")})
    facts = {"reason": reason, "agreement": agreement, "given_by": by, "until": until, "starts_at": now}
    grant = Grant(identity=identity, **holder, **facts)
    if agreement is not None:
        _require_resting(grant)
    grant.full_clean()
    grant.save()
    more = {"second": second.pk} if second else {}
    more |= {"agreement": agreement.code} if agreement else {}
    log("grant given", identity=identity, by=by, grant=grant.pk, **more)
    announce_grant(grant)
    return grant


def _require_resting(grant):
    """Raises ValidationError at what is wrong. Of an agreement that the giver may not know of as of
    one that does not run.

    Its row is locked, as whoever ends it does: of the two, the second sees what the first wrote.
    """
    agreement, until = locked(grant.agreement), grant.until
    runs = running(agreement) if can(grant.given_by, Action.KNOW, agreement) else None
    if runs is None:
        raise ValidationError({"agreement": _("No such agreement is in force.")})
    if not runs.carries(grant):
        raise ValidationError({"agreement": _("The agreement does not name this organisation.")})
    if runs.until is not None and (until is None or until > runs.until):
        last = {"moment": date_format(timezone.localtime(runs.until), "j F Y, H:i")}
        raise ValidationError({"until": _("Say until when: at the latest %(moment)s, when the agreement ends.") % last})


@transaction.atomic
def end_grant(*, grant, by, reason=""):
    """Ends a grant now, once; it shows on the holder's next request. `reason` is for the log.

    Raises PermissionDenied for who is not in the chain of the record, which may be withdrawn.
    """
    identity = locked(grant.identity)
    require_chain(by, identity)
    grant = Grant.objects.select_for_update().get(pk=grant.pk)
    if grant.ended_at is None:
        grant.ended_at, grant.ended_by = timezone.now(), by
        grant.save(update_fields=["ended_at", "ended_by"])
        more = {"reason": reason} if reason else {}
        log("grant ended", identity=identity, by=by, grant=grant.pk, **more)
    return grant
