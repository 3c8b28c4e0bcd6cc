"""Trails: what is two links away from a record, and through which records one gets there."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from portal.access.models import RecordIdentity

from .ends import End, ends_for
from .following import Followed, followed_by, is_of_chain, nothing_followed
from .queries import Link, links_in, readable_links, rows_of

MOST_SHOWN = 6
MOST_LOOKED_AT = 100
"""Links of the neighbours, of which the best are shown: a practice may have hundreds of cases."""


@dataclass(frozen=True)
class Trail:
    """A record two links away, and the records, linked to both, that lead there."""

    end: End
    through: tuple[End, ...]


def connections(key, user, links: list[Link] | None = None) -> tuple[list[Link], list[Trail]]:
    """The Links of a record that `user` may see, and the Trails that go on from them; `links` where they are known.

    Both links of a trail and all three records are what the reader may see. A constant number of queries.
    """
    links, trails, _first = connected(key, user, links)
    return links, trails


def connected(key, user, links=None, every=None) -> tuple[list[Link], list[Trail], Followed]:
    """The same, and the first step of the chain in which the record stands (`chains`), asked along with them; not at
    all where `every` Link of the record is known, and none is of a chain."""
    rows = rows_of(key, user) if links is None else []
    near = {other for *_, other, _, _ in rows} if links is None else {link.end.key for link in links}
    is_alone = every is not None and not any(is_of_chain(link.kind) for link in every)
    steps = _steps(near, user) if near else None
    first = nothing_followed() if is_alone and not near else followed_by({key}, {key}, user, beside=steps)
    pairs = [pair for both in first.pairs for pair in (both, both[::-1]) if pair[0] in near]
    ends = ends_for({other for *_, other, _, _ in rows} | {other for _, other in pairs}, user)
    links = links_in(rows, ends) if links is None else links
    return links, _trails(key, {link.end.key: link.end for link in links}, pairs, ends), first


def _trails(key, neighbours, steps, ends):
    """Those with the most ways there first."""
    ways = defaultdict(set)
    for middle, other in steps:
        if other in ends and middle in neighbours and other != key and other not in neighbours:
            ways[other].add(neighbours[middle])
    trails = [Trail(ends[other], tuple(sorted(through, key=_place))) for other, through in ways.items()]
    return sorted(trails, key=lambda trail: (-len(trail.through), _place(trail.end)))[:MOST_SHOWN]


def _steps(middles, user):
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
