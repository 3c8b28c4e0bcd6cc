"""Who stands behind an address, and which organisations an event's participants belong to."""

from django.contrib.auth import get_user_model
from django.db.models.functions import Lower

from events.attending.enums import Answer
from events.attending.models import EventInvitation, Participant
from portal.directory.models import Organisation


def user_of(email):
    """The active account that is signed in with this address; None where there is none."""
    return get_user_model().objects.filter(email__iexact=email, is_active=True).first() if email else None


def users_of(emails) -> dict:
    """The same of many addresses: by address in small letters, of those that have an account. One query."""
    active = get_user_model().objects.filter(is_active=True).annotate(lower=Lower("email"))
    found = active.filter(lower__in={email.lower() for email in emails if email}).order_by("-pk")
    return {user.lower: user for user in found}


def organisations_of_participants(event_key) -> list[Organisation]:
    """The organisations of who came, and of who answered that they come, by name: for whom an output of the event is
    meant at first."""
    came = Participant.objects.filter(event=event_key, organisation__isnull=False).values("organisation")
    coming = EventInvitation.objects.standing().filter(event=event_key, answer=Answer.COMING).values("organisation")
    live = Organisation.objects.live()
    return list((live.filter(pk__in=came) | live.filter(pk__in=coming)).order_by("name_en", "pk"))
