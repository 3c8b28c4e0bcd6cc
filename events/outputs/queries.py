"""What came out of an event, session by session."""

from events.outputs.models import OutputPage
from events.standing import session_of_each
from portal.access.enums import Zone


def outputs_by_session(event_key, user):
    """`{key: session key}` of the outputs of an event whose details `user` may read, the oldest first; None stands for
    no session. One query."""
    pages = OutputPage.objects.filter(event=event_key).visible_to(user, Zone.DETAILS)
    return session_of_each(pages, "session")
