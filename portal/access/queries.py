from django.db.models import Exists, OuterRef

from portal.access.enums import Zone
from portal.access.models import Incident, OwnerNotice, RecordIdentity


def visible_to(records, user, zone=Zone.CARD):
    """Of a queryset of models that are found by `key` (organisations), those whose card or details `user` may see."""
    # Asked of each row: SQLite would first list all that the user may see.
    return records.filter(Exists(RecordIdentity.objects.visible_to(user, zone).filter(key=OuterRef("key"))))


def incidents_of(user):
    """What somebody wrote down of incidents, as plain values for their own data; who saw the entry is about others."""
    rows = Incident.objects.filter(reported_by=user).order_by("reported_at", "pk")
    return rows.values("code", "reported_at", "what_happened", "closed_at")


def owner_answers_of(user):
    """What somebody answered for an owner of data, as plain values for their own data."""
    rows = OwnerNotice.objects.filter(by=user).order_by("answered_at", "pk")
    return rows.values("identity__code", "answered_at", "answer", "message")
