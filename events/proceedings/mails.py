"""The mails of a month after an event, and what their words may use when they are sent."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser

from events.proceedings.became import became_of
from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind
from portal.notifications.naming import named_record, published


def told(user, facts):
    """The Became of the event for who gets the mail; None when there is nothing to tell them any more."""
    found = became_of(UUID(facts["event"]), user) if user is not None and facts.get("event") else None
    return {"became": found} if found else None


BECAME = MessageKind("what_became", Urgency.MUST, Action.READ, members_only=True, told=told)


def told_guest(_user, facts):
    """The same as everybody may read it, and the event, for an address without an account; None, too, when the event is
    not, or not any more, for everybody."""
    reader = AnonymousUser()
    identity = RecordIdentity.objects.filter(pk=facts.get("event")).first()
    if identity is None or not can(reader, Action.READ, identity) or not published(identity).exists():
        return None
    found = became_of(identity.pk, reader)
    return {"became": found, "event": named_record(identity.pk, reader)} if found else None


BECAME_FOR_GUESTS = MessageKind("what_became_for_guests", Urgency.MUST, None, told=told_guest)
"""To who took part without an account, by the address that they gave for it: one mail, with what everybody may read."""
