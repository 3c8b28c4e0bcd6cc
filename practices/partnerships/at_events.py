"""What an event shows of the ideas that were born there."""

from portal.access.enums import Zone
from practices.partnerships.models import IdeaPage


def ideas_by_session(event_key, user):
    """`{key: session key}` of the ideas that were born at an event and whose details `user` may read, the oldest
    first; None stands for no session. One query."""
    pages = IdeaPage.objects.filter(born_event=event_key).visible_to(user, Zone.DETAILS)
    sessions = {}
    for key, session in pages.order_by("first_published_at", "pk").values_list("translation_key", "born_session"):
        sessions.setdefault(key, session)
    return sessions
