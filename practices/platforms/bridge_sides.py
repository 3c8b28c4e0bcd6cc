"""Bridges as they look from one of their two platforms."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from portal.linkage.ends import End, ends_for
from practices.platforms.bridges import Bridge, bridges_for
from practices.platforms.enums import BridgeState, Direction


@dataclass(frozen=True)
class BridgeSide:
    """A Bridge seen from one platform: `end` is the other one, None where the bridge's words stand for it;
    `is_told_there`: the other platform's entry says so."""

    bridge: Bridge
    end: End | None
    is_told_there: bool = False

    @property
    def direction(self) -> Direction:
        """Seen from here."""
        return self.bridge.direction.from_other_end if self.is_told_there else self.bridge.direction


def sides_of(keys, user, ends=None) -> dict[UUID, list[BridgeSide]]:
    """By identity key, the BridgeSides of these platforms that `user` may see; of platforms that they may know of.

    A bridge is shown to who may read the details of the platform whose entry tells of it, and may know of the other.
    Three queries; one where `ends` has the Ends by key that the links of these platforms led to.
    """
    keys = set(keys)
    bridges = bridges_for(user, keys)
    if ends is None:
        ends = ends_for({key for bridge in bridges for key in (bridge.source, bridge.target)} - {None}, user)
    found = defaultdict(set)
    for bridge in bridges:
        if bridge.source in keys and (bridge.target in ends or (bridge.target is None and bridge.words)):
            found[bridge.source].add(BridgeSide(bridge, ends.get(bridge.target)))
        if bridge.target in keys and bridge.source in ends:
            found[bridge.target].add(BridgeSide(bridge, ends[bridge.source], is_told_there=True))
    return {key: sorted(sides, key=_place) for key, sides in found.items()}


def _place(side):
    bridge = side.bridge
    title = side.end.title if side.end else bridge.words
    return list(BridgeState).index(bridge.state), title, side.direction, bridge.how
