"""What came out of an event, session by session."""

from events.outputs.models import OutputPage
from portal.access.enums import Zone


def outputs_by_session(event_key, user):
    """`{key: session key}` of the outputs of an event whose details `user` may read, the oldest first; None stands for
    no session. One query."""
    pages = OutputPage.objects.filter(event=event_key).visible_to(user, Zone.DETAILS)
    sessions = {}
    for key, session in pages.order_by("first_published_at", "pk").values_list("translation_key", "session"):
        sessions.setdefault(key, session)
    return sessions
