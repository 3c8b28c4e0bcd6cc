"""“It has leaked”: withdraws an entry at once, and keeps what happened, who saw it, and what was done."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.access.enums import Action
from portal.access.models import Incident
from portal.access.policy import can

from .audit import log
from .deciding import ChangedMeanwhile, locked, require_chain
from .identities import withdraw_record


def may_report(user, identity):
    """Whether `user` may say that an entry has leaked, and see what is written down of it: who may withdraw it; of one
    that is withdrawn already editors, and the focal points of its owner and keeper, who see who read it."""
    if identity.withdrawn_at is None:
        return can(user, Action.WITHDRAW, identity)
    return can(user, Action.KNOW, identity) or can(user, Action.SEE_LOG, identity)


@transaction.atomic
def report_incident(*, identity, by, what_happened, seen):
    """Withdraws the record, unless it is withdrawn already, and returns the Incident.

    `seen` is what is known of who saw it (see Incident). Raises PermissionDenied for who may not, ValidationError when
    nothing is said of what happened, ChangedMeanwhile while another report of it is open.
    """
    identity = locked(identity)
    _require(by, identity)
    _require_words(what_happened, "what_happened", _("Say what happened."))
    if Incident.objects.filter(identity=identity, closed_at=None).exists():
        raise ChangedMeanwhile
    if identity.withdrawn_at is None:
        # The log outlives the incident, so it has none of its words: the line below names it by its number.
        identity = withdraw_record(identity=identity, by=by)
    incident = Incident.objects.create(
        identity=identity, code=identity.code, what_happened=what_happened.strip(), listed_to=identity.listed_to,
        details_to=identity.details_to, reported_by=by, withdrawn_at=identity.withdrawn_at, seen=seen,
    )  # fmt: skip
    log("incident reported", identity=identity, by=by, incident=incident.pk)
    return incident


@transaction.atomic
def close_incident(*, incident, by, what_was_done, seen):
    """Writes down what was done, once, with `seen` as it is known by now; the entry stays withdrawn.

    Raises PermissionDenied, ValidationError without words, ChangedMeanwhile when it is closed already.
    """
    identity = locked(incident.identity)
    _require(by, identity)
    _require_words(what_was_done, "what_was_done", _("Say what was done."))
    incident = Incident.objects.select_for_update().get(pk=incident.pk)
    if incident.closed_at is not None:
        raise ChangedMeanwhile
    incident.what_was_done, incident.seen = what_was_done.strip(), seen
    incident.closed_by, incident.closed_at = by, timezone.now()
    incident.save()
    log("incident closed", identity=identity, by=by, incident=incident.pk)
    return incident


def forget_incidents(*, before):
    """Takes away the incidents that were closed before that moment, and returns how many."""
    return Incident.objects.filter(closed_at__lt=before).delete()[0]


def _require(by, identity):
    """Who may see it, while nobody contests whom they speak for."""
    require_chain(by, identity)
    if not may_report(by, identity):
        raise PermissionDenied


def _require_words(words, field, sentence):
    if not words.strip():
        raise ValidationError({field: sentence})
