"""What an event shows of the ideas that were born there."""

from events.additions import born
from portal.access.enums import Zone
from practices.partnerships.models import IdeaPage


def ideas_by_session(event_key, user):
    """The ideas that were born at an event and whose details `user` may read, as `events.additions.born` says them."""
    pages = IdeaPage.objects.filter(born_event=event_key).visible_to(user, Zone.DETAILS)
    return born(pages, key="translation_key", session="born_session", began="first_published_at")
