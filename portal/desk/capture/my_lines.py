"""What of sheets waits for a person on `/my/`, and the way to the events that they run."""

from datetime import timedelta

from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from events.capture.enums import SheetKind
from events.capture.queries import sheets_waiting_for
from events.models import EventPage
from portal.access.drafts import writing
from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.access.readers import reader_of
from portal.directory.waiting import Line, Place, add_lines

MOST = 20
STILL_IN_SIGHT = timedelta(days=60)
"""So long after its last day an event is still reported back and arranged."""


def register_lines():
    """Makes them known to `/my/`."""
    add_lines("sheets", sheets)
    add_lines("events", events_to_run)


def sheets(user):
    """Each sheet that waits to be confirmed by an organisation for which this person speaks."""
    if not reader_of(user).deciding.focal_ids:
        return
    for sheet in sheets_waiting_for(user)[:MOST]:
        facts = {"sheet": SheetKind(sheet.kind).label, "organisation": sheet.of_whom}
        text = _("%(sheet)s of %(organisation)s: confirm it or decline it") % facts
        path = reverse("capture:sheet", args=[sheet.pk])
        yield Line(text, path, since=sheet.sent_at, act=_("Confirm or decline"))


def events_to_run(user):
    """Each event that this person runs, as `events.rights.runs` says of one, that is to come or not long over: one
    query. Editors find them in the list of all."""
    reader = reader_of(user).deciding
    if not reader.organisation_ids:
        return
    run = RecordIdentity.objects.visible_to(user, Zone.DETAILS).filter(writing(reader), withdrawn_at=None)
    pages = EventPage.objects.live().filter(translation_key__in=run.values("pk"), starts_on__isnull=False)
    pages = pages.annotate(last=Coalesce("ends_on", "starts_on"))
    found = {}
    for page in pages.filter(last__gte=timezone.localdate() - STILL_IN_SIGHT).order_by("starts_on", "pk"):
        found.setdefault(page.translation_key, page)
    for page in list(found.values())[:MOST]:
        text = _("You run the event: %(title)s") % {"title": page.title}
        yield Line(text, reverse("capture:event", args=[page.slug]), place=Place.ORGANISATION)
