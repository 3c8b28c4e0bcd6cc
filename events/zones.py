"""The time zones that an event can be in, by their IANA names."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

UTC = "UTC"
OF_NO_PLACE = ("Etc", "SystemV", "US", "posix", "right")


@cache
def names():
    """UTC first, then “Area/City” in the alphabet."""
    areas = (name for name in available_timezones() if "/" in name and name.partition("/")[0] not in OF_NO_PLACE)
    return (UTC, *sorted(areas))


def choices():
    """Pairs for a field: the name, and how people read it."""
    return [(name, name.replace("_", " ")) for name in names()]


def zone(name):
    """The ZoneInfo of that name; UTC where this machine does not know it."""
    return ZoneInfo(name if name in names() else UTC)
