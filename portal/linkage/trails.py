"""Trails: what is two links away from a record, and through which records one gets there."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from portal.access.models import RecordIdentity

from .ends import End
from .queries import readable_links

MOST_SHOWN = 6
MOST_LOOKED_AT = 100
"""Links of the neighbours, of which the best are shown: a practice may have hundreds of cases."""


@dataclass(frozen=True)
class Trail:
    """A record two links away, and the records, linked to both, that lead there."""

    end: End
    through: tuple[End, ...]


def trails_in(key, neighbours: dict[UUID, End], pairs, ends) -> list[Trail]:
    """The Trails that go on from the neighbours of a record, by pairs of keys of linked records (`steps_from`) and the
    Ends of those that the reader may know of; those with the most ways there first."""
    ways = defaultdict(set)
    for one, other in [pair for both in pairs for pair in (both, both[::-1])]:
        if other in ends and one in neighbours and other != key and other not in neighbours:
            ways[other].add(neighbours[one])
    trails = [Trail(ends[other], tuple(sorted(through, key=_place))) for other, through in ways.items()]
    return sorted(trails, key=lambda trail: (-len(trail.through), _place(trail.end)))[:MOST_SHOWN]


def steps_from(middles, user):
    """A queryset of pairs of keys: of the records that a link which the reader may see connects, one of them a
    neighbour."""
    known = RecordIdentity.objects.visible_to(user).filter(key=OuterRef("target"))
    links = readable_links(user).filter(Exists(known)).order_by()
    ways = ("record__translation_key", "target_id")
    # Two parts, each found by its own index.
    out = links.filter(record__translation_key__in=middles).values_list(*ways)
    back = links.filter(target__in=middles).values_list(*ways)
    return out.union(back).order_by(*ways)[:MOST_LOOKED_AT]


def _place(end):
    return end.title, end.code
