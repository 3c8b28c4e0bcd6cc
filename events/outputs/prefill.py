"""What the form of an output begins with: the event and session named by the address that leads to it. An event that
its writer may not read is named like one that there is not: nothing is filled in."""

from django.db.models import Q

from events.attending.people import organisations_of_participants
from events.programme import sessions_of
from events.rights import runs
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.keys import key_in

CARRIED = ("session",)
"""The key of a session. The event (its code) is asked by the form itself, which sends its key."""


def prefill(page, user, parameters):
    """Puts into an unsaved OutputPage what the parameters (a QueryDict) name: the event, and its session where that is
    in the programme. Nothing else is asked for."""
    event = _event(parameters.get("event", ""), user)
    if event is None:
        return {}
    page.event = event
    session = key_in(parameters.get("session", ""))
    if (event.pk, session) in sessions_of({event.pk}, user):
        page.session = session
    return {}


def named_at_first(page, user):
    """The organisations that took part in its event, where who writes it runs that: they were there."""
    if page.event is None or not runs(user, page.event):
        return []
    return organisations_of_participants(page.event_id)


def _event(text, user):
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(kind="event", withdrawn_at=None)
    return readable.filter(Q(code=text.upper()) | Q(pk=key_in(text))).first() if text else None
