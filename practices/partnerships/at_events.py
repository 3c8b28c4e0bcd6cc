"""What an event shows of the ideas that were born there."""

from events.standing import session_of_each
from portal.access.enums import Zone
from practices.partnerships.models import IdeaPage


def ideas_by_session(event_key, user):
    """`{key: session key}` of the ideas that were born at an event and whose details `user` may read, the oldest
    first; None stands for no session. One query."""
    pages = IdeaPage.objects.filter(born_event=event_key).visible_to(user, Zone.DETAILS)
    return session_of_each(pages, "born_session")
