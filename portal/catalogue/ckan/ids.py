"""Ids of what has none of its own."""

from uuid import NAMESPACE_URL, uuid5

from django.conf import settings


def id_of(*parts: str) -> str:
    """A UUID that is the same for the same parts at the same portal."""
    return str(uuid5(NAMESPACE_URL, "/".join((settings.SITE_URL, *parts))))
