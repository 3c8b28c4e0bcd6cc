"""To whom an entry was open, when: what is open to all members, or to everyone, leaves no line when it is read."""

from dataclasses import dataclass
from datetime import datetime

from portal.access.enums import TO_ALL_MEMBERS, Level, Zone
from portal.access.models import AuditEntry
from portal.records.models import RecordPage

WITHDRAWN, RESTORED = "withdrawn", "restored"
"""Actions of the audit log (portal.access.services)."""


@dataclass(frozen=True)
class Span:
    """That card or details were open to a level from `since` until `until`; None: they still are."""

    zone: Zone
    level: Level
    since: datetime
    until: datetime | None

    @property
    def is_logged(self):
        """Whether each read left a line."""
        return self.zone is Zone.DETAILS and self.level not in TO_ALL_MEMBERS


def spans_of(identity) -> list[Span]:
    """The Spans since it was first published, by zone and time; those in which it was withdrawn are left out."""
    begun = _first_published(identity)
    if begun is None:
        return []
    states = [*_states(identity)]
    ends = [at for at, _levels in states[1:]] + [None]
    spans = []
    for (at, levels), end in zip(states, ends, strict=True):
        if levels and (end is None or end > begun):
            spans += [Span(zone, level, max(at, begun), end) for zone, level in zip(Zone, levels, strict=False)]
    return _joined(spans)


def _states(identity):
    """Pairs of a moment and the levels of card and details from then on; None for levels while it is withdrawn: other
    changes of it, such as who owns it, say its levels too, and open nothing before it is restored."""
    lines = AuditEntry.objects.filter(identity=identity, detail__has_key="listed_to").order_by("at", "pk")
    is_withdrawn = False
    for line in lines:
        levels = Level(line.detail["listed_to"]), Level(line.detail["details_to"])
        is_withdrawn = line.action == WITHDRAWN or (is_withdrawn and line.action != RESTORED)
        yield line.at, None if is_withdrawn else levels


def _joined(spans):
    """One Span for what changed nothing in between, by zone."""
    found = []
    for span in sorted(spans, key=lambda each: (each.zone, each.since)):
        last = found[-1] if found else None
        if last and (last.zone, last.level, last.until) == (span.zone, span.level, span.since):
            found[-1] = Span(span.zone, span.level, last.since, span.until)
        else:
            found.append(span)
    return found


def _first_published(identity):
    if identity.kind == "organisation":
        return identity.created_at
    pages = RecordPage.objects.filter(translation_key=identity.pk).exclude(first_published_at=None)
    return pages.order_by("first_published_at").values_list("first_published_at", flat=True).first()
