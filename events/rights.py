"""Who runs an event: beside those who look after its entry, those whom it names as its hosts and facilitators."""

from django.db.models import Q

from portal.access.enums import Action
from portal.access.policy import can
from portal.access.readers import reader_of
from portal.directory.models import Membership
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
    return reader_of(user).is_editor or can(user, Action.WRITE, identity)


def names(reader) -> Q:
    """The identities of the events that name an organisation of a Reader as facilitator, or as host one for which they
    speak: whom the policy calls its runners (`portal.access.runners`)."""
    rows = RecordOrganisation.objects.filter(record__live=True)
    facilitates = rows.filter(role__key__in=FACILITATORS, organisation__in=reader.organisation_ids)
    hosts = rows.filter(role__key__in=HOSTS, organisation__in=reader.focal_ids)
    return Q(kind="event", pk__in=(facilitates | hosts).values("record__translation_key"))


def people_named(identity) -> set:
    """The users whom an event names so: `names` asked the other way round."""
    rows = RecordOrganisation.objects.filter(record__translation_key=identity.pk, record__live=True)
    facilitating = Q(organisation__in=rows.filter(role__key__in=FACILITATORS).values("organisation"))
    hosting = Q(organisation__in=rows.filter(role__key__in=HOSTS).values("organisation"), is_focal_point=True)
    theirs = Membership.objects.filter(
        facilitating | hosting, is_active=True, organisation__frozen_at=None, member__is_active=True,
        member__user__is_active=True,
    )  # fmt: skip
    return {row.member.user for row in theirs.select_related("member__user")}
