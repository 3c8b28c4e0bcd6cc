"""All that stands around a record on its page, in few queries: its links, what is two links away, its chain, and
whatever else its page names."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from .chains import Chain, Walk, chain_in
from .ends import End, cards_for
from .following import first_step
from .queries import Link, links_in, rows_of
from .said import said_of
from .trails import Trail, steps_from, trails_in


@dataclass(frozen=True)
class Around:
    """What stands around a record for one reader: the Links among its connections and those that its page shows apart,
    Trails, Chain (None where the page shows all that came of it itself), and by key the Ends of all of these and of
    what else was asked for."""

    links: list[Link]
    apart: list[Link]
    trails: list[Trail]
    chain: Chain | None
    ends: dict[UUID, End]


def around(key: UUID, user, *, named: Iterable[UUID] = (), apart=frozenset(), is_whole=False) -> Around:
    """What stands around the record with this identity key, as far as `user` may know of it.

    `named` are the keys of further records that its page names; `apart` pairs of a kind of link and whether others make
    it, which its page shows elsewhere; with `is_whole` it shows all that came of it itself. At most four
    queries, and one for each kind with rows in the chain.
    """
    said = said_of(key, user)
    rows = rows_of(key, said)
    shown = [row for row in rows if row[:2] not in apart]
    near = {other for *_, other, _, _ in shown}
    walk = Walk(key, user, first_step(key, [] if is_whole else said))
    pairs = walk.go_on(steps_from(near, user) if near else None)
    keys = {*(other for *_, other, _, _ in rows), *(end for pair in pairs for end in pair), *walk.keys, *named}
    cards = cards_for(keys, user)
    links = links_in(shown, cards.ends)
    return Around(
        links=links,
        apart=links_in([row for row in rows if row[:2] in apart], cards.ends),
        trails=trails_in(key, {link.end.key: link.end for link in links}, pairs, cards.ends),
        chain=None if is_whole else chain_in(walk, cards),
        ends=cards.ends,
    )
