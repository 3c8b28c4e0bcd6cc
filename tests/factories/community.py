"""What the community does around records, made as the portal makes it."""

from django.http import QueryDict

from portal.community.saved import save_search
from portal.community.telling import tell_of_changes
from portal.notifications.models import Notice


def kept_search(user, query="", *, kind="", name="Mine", is_followed=True):
    """A SavedSearch of the query of an address, such as "q=sharing&country=irq"."""
    parameters = QueryDict(query)
    return save_search(user=user, name=name, kind=kind, parameters=parameters, is_followed=is_followed)


def told(*pages):
    """Does the task that tells of these records; returns pairs of person and record of all news so far."""
    tell_of_changes([page.key for page in pages])
    return set(Notice.objects.filter(kind="followed_news").values_list("user", "record"))
