"""What is kept of a person here: taken along with their own data, and taken away when they are forgotten. That somebody
of their organisation was invited or came stays, without a name."""

from events.attending.models import EventInvitation, Participant
from events.attending.models.participant import OF_NOBODY
from portal.directory.erasing import addresses_of
from portal.directory.own_data import add_part


def forget_person(user):
    """No invitation and no list of participants names them any more; their links end."""
    mine = EventInvitation.objects.filter(email__in=addresses_of(user))
    mine.update(email="", name="", note="", link_key="")
    rows = Participant.objects.filter(user=user) | Participant.objects.filter(email__in=addresses_of(user))
    nobody = {"name": "", "email": "", "user": None, **OF_NOBODY}
    Participant.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).update(**nobody)


def _invitations(user):
    rows = EventInvitation.objects.filter(email__in=addresses_of(user)).order_by("pk")
    return list(rows.values("event__code", "name", "sent_at", "answer", "answered_at", "note"))


def _participations(user):
    rows = Participant.objects.filter(user=user) | Participant.objects.filter(email__in=addresses_of(user))
    return list(rows.order_by("pk").values("event__code", "name", "role__key", "is_listed", "consent_at"))


add_part("invitations_to_events", _invitations)
add_part("participations_in_events", _participations)
