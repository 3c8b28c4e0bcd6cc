"""What of sheets waits for a person, on `/my/`."""

from django.urls import reverse
from django.utils.translation import gettext as _

from events.capture.enums import SheetKind
from events.capture.queries import sheets_waiting_for
from portal.access.readers import reader_of
from portal.directory.waiting import Line, add_lines

MOST = 20


def register_lines():
    """Makes them known to `/my/`."""
    add_lines("sheets", sheets)


def sheets(user):
    """Each sheet that waits to be confirmed by an organisation for which this person speaks."""
    if not reader_of(user).deciding.focal_ids:
        return
    for sheet in sheets_waiting_for(user)[:MOST]:
        facts = {"sheet": SheetKind(sheet.kind).label, "organisation": sheet.of_whom}
        text = _("%(sheet)s of %(organisation)s: confirm it or decline it") % facts
        path = reverse("capture:sheet", args=[sheet.pk])
        yield Line(text, path, since=sheet.sent_at, act=_("Confirm or decline"))
