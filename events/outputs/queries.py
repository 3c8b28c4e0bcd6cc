"""What came out of an event, session by session."""

from events.outputs.models import OutputPage
from portal.access.enums import Zone
from portal.linkage.ends import ends_for


def outputs_by_session(event_key, user):
    """`{session key: Ends}` of the outputs of an event whose details `user` may read, the oldest first; None holds
    those that name no session. A constant number of queries."""
    pages = OutputPage.objects.filter(event=event_key).visible_to(user, Zone.DETAILS)
    sessions = {}
    for key, session in pages.order_by("first_published_at", "pk").values_list("translation_key", "session"):
        sessions.setdefault(key, session)
    ends = ends_for(sessions, user)
    found = {}
    for key, session in sessions.items():
        if key in ends:
            found.setdefault(session, []).append(ends[key])
    return found
