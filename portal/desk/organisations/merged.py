"""Where organisations went that turned out to be doubles of others."""

from portal.access.queries import visible_to
from portal.directory.models import Organisation


def kept_address(key, user) -> str | None:
    """The address of the organisation into which that with this key was merged, for who may know of it, else None.

    That they may know of the double is asked by the caller.
    """
    merged = Organisation.objects.exclude(merged_into=None).filter(key=key).values("merged_into")
    kept = visible_to(Organisation.objects.filter(pk__in=merged), user).first()
    return kept and kept.get_absolute_url()
