"""Bridges between platforms that somebody may see, each once, as the platform tells that has it in its entry."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.core.languages import reading_language
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import LinkageMethod
from practices.platforms.enums import BridgeState, Direction
from practices.platforms.models.platform_rows import PlatformBridge

COLUMNS = ("platform__translation_key", "lang", "to", "to_note", "direction", "state", "how", "method")


@dataclass(frozen=True)
class Bridge:
    """A bridge from the platform that tells of it (its key) to another one; `target` None where `words` stand for it.

    That its reader may know of the other is still to be asked (portal.linkage.ends). `lang` is that of words and how.
    """

    source: UUID
    target: UUID | None
    words: str
    direction: Direction
    state: BridgeState
    how: str
    method_id: int | None
    lang: str

    @property
    def method(self):
        """The method in the reader's language, or "": asked for where it is shown."""
        return kept_terms(LinkageMethod)[self.method_id].label if self.method_id else ""

    @property
    def runs(self):
        return self.state in (BridgeState.RUNNING, BridgeState.PILOT)


def bridges_for(user, keys=None) -> list[Bridge]:
    """The Bridges of the platforms whose details `user` may read; with `keys` of identities those from or to one of
    these platforms. One query."""
    rows = _readable(user)
    if keys is not None:
        rows = rows.filter(Q(platform__translation_key__in=keys) | Q(to__in=keys))
    rows = rows.annotate(lang=F("platform__locale__language_code")).order_by("platform", "sort_order", "pk")
    found = defaultdict(lambda: defaultdict(list))
    for key, lang, *values in rows.values_list(*COLUMNS):
        found[key][lang].append(_bridge(key, lang, *values))
    # Of a platform in several languages those in the reader's, else those of the original.
    chosen = (by_lang.get(reading_language()) or next(iter(by_lang.values())) for by_lang in found.values())
    return once([bridge for bridges in chosen for bridge in bridges])


def once(bridges: list[Bridge]) -> list[Bridge]:
    """Without those that the platform at the other end has told already, with the same direction and state."""
    told, kept = Counter(), []
    for bridge in bridges:
        if told[_seen_there(bridge)]:
            told[_seen_there(bridge)] -= 1
        else:
            told[bridge.source, bridge.target, bridge.direction, bridge.state] += 1
            kept.append(bridge)
    return kept


def _seen_there(bridge):
    return bridge.target, bridge.source, bridge.direction.from_other_end, bridge.state


def between_known(bridges, ends):
    """Those whose two ends are among the `ends` (by key), or whose other end is told in words alone."""
    return [
        bridge
        for bridge in bridges
        if bridge.source in ends and (bridge.target in ends or (bridge.target is None and bridge.words))
    ]


def _readable(user):
    """Of published platforms whose details `user` may read."""
    readable = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(key=OuterRef("platform__translation_key"))
    return PlatformBridge.objects.filter(Exists(readable), platform__live=True)


def _bridge(source, lang, target, words, direction, state, how, method):
    return Bridge(
        source=source,
        target=target,
        words=words,
        direction=Direction(direction),
        state=BridgeState(state),
        how=how,
        method_id=method,
        lang=lang,
    )
