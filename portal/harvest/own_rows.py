"""What of a person stands here: the catalogues that are read in their name."""

from portal.directory.own_data import add_part
from portal.harvest.models import HarvestSource


def forget_person(user):
    """Nobody asks in their name any more."""
    HarvestSource.objects.filter(in_name_of=user).update(in_name_of=None)


def _sources(user):
    return list(HarvestSource.objects.filter(in_name_of=user).order_by("pk").values("title", "address"))


add_part("catalogues_read_in_my_name", _sources)
