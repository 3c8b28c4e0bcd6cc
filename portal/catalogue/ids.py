"""Ids of what has none of its own."""

from hashlib import sha256
from uuid import UUID

from django.conf import settings


def id_of(*parts: str) -> str:
    """A UUID that is the same for the same parts at the same portal; in the form of version 4, which the library of HDX
    insists on."""
    digest = sha256("/".join((settings.SITE_URL, *parts)).encode()).digest()
    return str(UUID(bytes=digest[:16], version=4))
