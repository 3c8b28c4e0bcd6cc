"""What an event shows of the ideas that were born there."""

from portal.access.enums import Zone
from portal.linkage.ends import ends_for
from practices.partnerships.models import IdeaPage


def ideas_by_session(event_key, user):
    """`{session key: Ends}` of the ideas that were born at an event and whose details `user` may read, the oldest
    first; None holds those that name no session."""
    pages = IdeaPage.objects.filter(born_event=event_key).visible_to(user, Zone.DETAILS)
    sessions = {}
    for key, session in pages.order_by("first_published_at", "pk").values_list("translation_key", "born_session"):
        sessions.setdefault(key, session)
    ends, found = ends_for(sessions, user), {}
    for key, session in sessions.items():
        if key in ends:
            found.setdefault(session, []).append(ends[key])
    return found
