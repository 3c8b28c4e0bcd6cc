"""Bridges between platforms as one reader may see them, from both ends."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.linkage.ends import End, ends_for
from practices.platforms.enums import BridgeState, Direction
from practices.platforms.models.platform_rows import PlatformBridge


@dataclass(frozen=True)
class Bridge:
    """A bridge as it looks from one platform: `direction` is seen from there, `end` is the other platform or None where
    `words` stand for it; `is_told_there`: the other platform's entry says so. `lang` is that of `how` and `words`."""

    here: UUID
    end: End | None
    words: str
    direction: Direction
    state: BridgeState
    how: str
    method: str
    lang: str
    is_told_there: bool = False

    @property
    def state_label(self):
        return self.state.label


def bridges_of(keys, user, ends=None) -> dict[UUID, list[Bridge]]:
    """By identity key, the Bridges of these platforms that `user` may see; of platforms that they may know of.

    A bridge is shown to who may read the details of the platform whose entry tells of it, and may know of the other.
    Three queries; one where `ends` has the Ends by key that the links of these platforms led to.
    """
    keys = set(keys)
    rows = _rows(keys, user)
    if ends is None:
        ends = ends_for({row.to_id for row in rows} | {row.source for row in rows}, user)
    found = defaultdict(list)
    for row in rows:
        if row.source in keys and (row.to_id in ends or (row.to_id is None and row.to_note)):
            found[row.source].append(_seen(row, row.source, ends.get(row.to_id)))
        if row.to_id in keys and row.source in ends:
            found[row.to_id].append(_seen(row, row.to_id, ends[row.source], is_told_there=True))
    return {key: sorted(set(bridges), key=_place) for key, bridges in found.items()}


def readable_bridges(user):
    """The bridges that published platforms tell of whose details `user` may read; who may know of `to` is asked of
    portal.linkage.ends."""
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(key=OuterRef("platform__translation_key"))
    return PlatformBridge.objects.filter(Exists(readable), platform__live=True)


def _rows(keys, user):
    """Each once: of a platform in several languages those in the reader's, else those of the original."""
    bridges = readable_bridges(user).filter(Q(platform__translation_key__in=keys) | Q(to__in=keys))
    bridges = (
        bridges.select_related("method")
        .annotate(source=F("platform__translation_key"), language=F("platform__locale__language_code"))
        .order_by("platform", "sort_order")
    )
    by_source = defaultdict(lambda: defaultdict(list))
    for row in bridges:
        by_source[row.source][row.language].append(row)
    chosen = (found.get(reading_language()) or next(iter(found.values())) for found in by_source.values())
    return [row for rows in chosen for row in rows]


def _seen(row, here, end, is_told_there=False):
    direction = Direction(row.direction)
    return Bridge(
        here=here,
        end=end,
        words=row.to_note,
        direction=direction.from_other_end if is_told_there else direction,
        state=BridgeState(row.state),
        how=row.how,
        method=row.method.label if row.method else "",
        lang=row.language,
        is_told_there=is_told_there,
    )


def _place(bridge):
    title = bridge.end.title if bridge.end else bridge.words
    return list(BridgeState).index(bridge.state), title, bridge.direction, bridge.how
