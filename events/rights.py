"""Who runs an event: beside those who look after its entry, those whom it names as its hosts and facilitators."""

from django.db.models import Q

from portal.access.drafts import WRITERS
from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.access.relations import stands_in
from portal.records.models import RecordOrganisation

HOSTS = ("host", "organiser")
FACILITATORS = ("facilitator", "moderator", "note_taker")


def runs(user, identity):
    """Whether `user` may run the event with this identity: capture what is said, follow up on what was agreed.

    Editors; who wrote it and the focal points of its owner and keeper; the focal points of the organisations that it
    names as hosts, and all members of those that it names as facilitators. Nobody who may not read it, and nobody for
    an organisation of which it is contested who speaks for it.
    """
    if identity is None or identity.withdrawn_at is not None or not can(user, Action.READ, identity):
        return False
    reader = reader_of(user).deciding
    return reader.is_editor or stands_in(reader, identity, WRITERS) or _is_named(reader, identity)


def names(reader) -> Q:
    """The identities of the events that name an organisation of a Reader as facilitator, or as host one for which they
    speak."""
    rows = RecordOrganisation.objects.filter(record__live=True)
    facilitates = rows.filter(role__key__in=FACILITATORS, organisation__in=reader.organisation_ids)
    hosts = rows.filter(role__key__in=HOSTS, organisation__in=reader.focal_ids)
    return Q(pk__in=(facilitates | hosts).values("record__translation_key"))


def _is_named(reader, identity):
    return bool(reader.organisation_ids) and RecordIdentity.objects.filter(names(reader), pk=identity.pk).exists()
