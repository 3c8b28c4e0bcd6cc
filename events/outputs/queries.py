"""What came out of an event, session by session."""

from events.additions import born
from events.outputs.models import OutputPage
from portal.access.enums import Zone


def outputs_by_session(event_key, user):
    """The outputs of an event whose details `user` may read, as `events.additions.born` says them."""
    pages = OutputPage.objects.filter(event=event_key).visible_to(user, Zone.DETAILS)
    return born(pages, key="translation_key", session="session", began="first_published_at")
