""" "We used this in …": said once, asked after six and twelve months what came of it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from case_studies.models import Replication
from portal.access.enums import Action, Zone
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.readers import takes_part
from portal.core.form_keys import one_at_a_time
from portal.directory.rights import require
from portal.records.registry import kind

ASKED_AFTER = (timedelta(days=182), timedelta(days=365))


def may_replicate(user, identity):
    """Whether `user`, a member or an editor, may say and read who used the entry: where they may read its details."""
    if identity is None or not kind(identity.kind).may_be_used or not takes_part(user):
        return False
    return can(user, Action.READ, identity)


def replications_of(identity):
    """Who said so of an entry, the latest first."""
    return Replication.objects.filter(case=identity).select_related("said_by", "country")


@transaction.atomic
def say_used(*, identity, by, what, country=None, on=None):
    """Keeps that `by` used the entry; returns the Replication, that of the same words on the same day where it is sent
    again. Raises PermissionDenied."""
    require(may_replicate(by, identity))
    one_at_a_time(by)
    on = on or timezone.localdate()
    said = {"case": identity, "said_by": by, "what": what, "country": country, "said_on": on}
    return Replication.objects.filter(**said).first() or Replication.objects.create(**said, due_on=on + ASKED_AFTER[0])


@transaction.atomic
def tell_outcome(*, replication, by, outcome, outcome_note="", on=None):
    """Keeps what came of it, and when to ask again, once more at the most. Raises PermissionDenied for who did not say
    so, or may read the entry no more."""
    replication = Replication.objects.select_for_update().select_related("case").get(pk=replication.pk)
    require(replication.said_by_id == by.pk and may_replicate(by, replication.case))
    on = on or timezone.localdate()
    replication.outcome, replication.outcome_note, replication.answered_on = outcome, outcome_note, on
    days = (replication.said_on + after for after in ASKED_AFTER)
    replication.due_on = next((day for day in days if day > on), None)
    replication.save()
    return replication


def due_for(user, today=None):
    """The uses of which `user` is to say what came of them, the longest due first; of entries that they may read."""
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS)
    due = Replication.objects.filter(said_by=user, due_on__lte=today or timezone.localdate(), case__in=readable)
    return due.select_related("case").order_by("due_on", "pk")
