from django.db.models import Exists, OuterRef

from portal.access.enums import Level, Zone
from portal.access.models import Incident, OwnerNotice, RecordIdentity
from portal.access.models.scope import KNOW, any_of
from portal.access.readers import reader_of


def visible_to(records, user, zone=Zone.CARD):
    """Of a queryset of models that are found by `key` (organisations), those whose card or details `user` may see."""
    # Asked of each row: SQLite would first list all that the user may see.
    return records.filter(Exists(RecordIdentity.objects.visible_to(user, zone).filter(key=OuterRef("key"))))


def as_named(keys, user):
    """Of these keys of identities, a set of those to which `user` stands as those do for whom Level.NAMED is: whoever
    else reads them does so since they are for more people."""
    reader, allowed = reader_of(user), KNOW[Level.NAMED]
    if not reader.everywhere.isdisjoint(allowed):
        return set(keys)
    stands = any_of(allowed, reader, RecordIdentity.objects)
    return set(RecordIdentity.objects.filter(stands, pk__in=keys).values_list("pk", flat=True))


def incidents_of(user):
    """What somebody wrote down of incidents, as plain values for their own data; who saw the entry is about others."""
    rows = Incident.objects.filter(reported_by=user).order_by("reported_at", "pk")
    return rows.values("code", "reported_at", "what_happened", "closed_at")


def owner_answers_of(user):
    """What somebody answered for an owner of data, as plain values for their own data."""
    rows = OwnerNotice.objects.filter(by=user).order_by("answered_at", "pk")
    return rows.values("identity__code", "answered_at", "answer", "message")
