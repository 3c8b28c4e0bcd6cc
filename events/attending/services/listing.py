"""Participants one by one, by who runs the event."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from events.attending.enums import CameBy, ConsentBy
from events.attending.models import Participant
from events.attending.people import user_of

from .answering import consent
from .inviting import locked

MOST = 2000
"""Participants of one event."""


@transaction.atomic
def add_participant(
    *, event, by, name, email="", role=None, organisation=None, organisation_words="", is_listed=False
) -> Participant:
    """Adds a participant; who stands in the list with just these words stays there once, since a form is sent again
    when no answer came. Raises PermissionDenied for who does not run the event, ValidationError, by field, for an
    address that is in the list already, and when the list is full."""
    event = locked(event, by)
    words = "" if organisation else " ".join(organisation_words.split())
    said = {
        "event": event, "name": " ".join(name.split()), "email": email.strip().lower(), "role": role,
        "organisation": organisation, "organisation_words": words,
    }  # fmt: skip
    if there := Participant.objects.filter(**said, is_listed=is_listed, came_by=CameBy.HAND).first():
        return there
    if said["email"] and Participant.objects.filter(event=event, email=said["email"]).exists():
        raise ValidationError({"email": _("Somebody with this address is in the list already.")})
    require_room(event, 1)
    row = Participant(**said, user=user_of(said["email"]), came_by=CameBy.HAND, added_by=by)
    consent(row, is_listed, ConsentBy.ORGANISER)
    row.save()
    return row


@transaction.atomic
def remove_participant(*, participant, by) -> None:
    """Takes somebody out of the list. Raises PermissionDenied for who does not run the event."""
    event = locked(participant.event, by)
    Participant.objects.filter(pk=participant.pk, event=event).delete()


def require_room(event, count):
    """Raises ValidationError when so many more do not fit into the list."""
    if Participant.objects.filter(event=event).count() + count > MOST:
        raise ValidationError(_("The list of an event has at most %d participants.") % MOST)
