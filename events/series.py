"""The events before and after one: by what the later one says that it follows."""

from events.models import EventPage
from portal.access.models import RecordIdentity


def events_after(key, user):
    """The identities of the published events that follow that with this key, of which `user` may know, the first
    first."""
    pages = EventPage.objects.live().filter(follows=key).order_by("starts_on", "pk").values_list("translation_key")
    keys = list(dict.fromkeys(key for (key,) in pages))
    known = RecordIdentity.objects.visible_to(user).in_bulk(keys)
    return [known[key] for key in keys if key in known]


def event_before(key):
    """The identity of the event that the published one with this key follows; None where it says none."""
    page = EventPage.objects.live().filter(translation_key=key, follows__isnull=False).order_by("pk").first()
    return page and page.follows
