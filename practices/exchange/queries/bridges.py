"""All bridges between platforms that somebody may see, each once, as the platform tells that has it in its entry."""

from portal.access.models import RecordIdentity
from practices.platforms.bridges import bridges_of


def bridges_among(user):
    """The Bridges that `user` may see, in the order of their states. Four queries."""
    # All platforms: who may know of which, and read what it tells, is asked there.
    platforms = RecordIdentity.objects.filter(kind="platform").values_list("key", flat=True)
    found = bridges_of(platforms, user)
    return [bridge for bridges in found.values() for bridge in bridges if not bridge.is_told_there]
