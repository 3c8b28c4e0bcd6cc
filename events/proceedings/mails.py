"""The mail of a month after an event, and what its words may use when it is sent."""

from uuid import UUID

from events.proceedings.became import became_of
from portal.access.enums import Action
from portal.notifications.enums import Urgency
from portal.notifications.kinds import MessageKind


def told(user, facts):
    """The Became of the event for who gets the mail; None when there is nothing to tell them any more."""
    found = became_of(UUID(facts["event"]), user) if user is not None and facts.get("event") else None
    return {"became": found} if found else None


BECAME = MessageKind("what_became", Urgency.MUST, Action.READ, members_only=True, told=told)
