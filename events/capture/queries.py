"""The lines of a session, and the sheets of an event."""

from events.capture.enums import LineKind, SheetState
from events.capture.models import CapturedLine, LineVersion, Sheet, SheetRow
from portal.access.enums import Action
from portal.access.models import RecordIdentity
from portal.access.policy import can
from portal.directory.rights import speaks_for


def lines_of(event, session_key, user):
    """The lines of a session that stand, in their order, for who may read the event; none for everybody else."""
    if not can(user, Action.READ, event):
        return CapturedLine.objects.none()
    rows = CapturedLine.objects.of(event, session_key).standing().in_order()
    return rows.select_related("event", "barrier_kind", "organisation", "attributed_to", "became")


def other_sides(lines) -> dict:
    """By key of a line, the texts that another person wrote at the same time as the one that stands. One query."""
    by_key = {line.pk: line for line in lines}
    found = {}
    for row in LineVersion.objects.filter(line__in=by_key):
        line = by_key[row.line_id]
        if row.revision == line.revision and row.said["text"] != line.text:
            found.setdefault(line.pk, []).append(row.said["text"])
    return found


def sheets_of(event: RecordIdentity):
    """The sheets of an event, what waits first; asked only by who runs it."""
    rows = Sheet.objects.filter(event=event).select_related("organisation", "event").prefetch_related("rows")
    return sorted(rows, key=lambda sheet: (sheet.state != SheetState.SENT, sheet.sent_at))


def sheets_waiting_for(user):
    """The sheets on which `user` decides as who speaks for their organisation, the oldest first."""
    waiting = Sheet.objects.filter(state=SheetState.SENT, organisation__in=speaks_for(user))
    return waiting.select_related("organisation", "event").order_by("sent_at", "key")


def declared_on_sheets(event_keys):
    """Pairs of the key of an event and that of an entry that was made of a row of one of its sheets."""
    rows = SheetRow.objects.filter(sheet__event__in=event_keys, became__isnull=False)
    return rows.values_list("sheet__event", "became")


def minutes_of(event_key):
    """The lines of an event that are minutes and stand, in their order, whoever may read them: who asks decides what of
    it is told to whom."""
    rows = CapturedLine.objects.filter(event=event_key, kind=LineKind.MINUTE).standing().in_order()
    return rows.select_related("attributed_to")
