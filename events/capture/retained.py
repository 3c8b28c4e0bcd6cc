"""How long is kept what people without an account wrote and nobody stands by, and the codes by which they did."""

from django.db.models import Q

from events.capture.enums import SheetState
from events.capture.models import EventCode, Sheet
from portal.core.retention import kept_for


@kept_for("Codes of events, after their end", days=30)
def codes(before):
    return EventCode.objects.filter(Q(until__lt=before) | Q(revoked_at__lt=before)).delete()[0]


@kept_for("Sheets of events that nobody confirmed, or that were declined", days=180)
def sheets(before):
    rows = Sheet.objects.exclude(state=SheetState.MADE).filter(sent_at__lt=before)
    return rows.delete()[1].get("capture.Sheet", 0)
