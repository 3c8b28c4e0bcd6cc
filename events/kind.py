"""What search, lists, pages and tests know of events: the one table of their fields."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from events.enums import Mode
from events.models import EventPage
from events.programme import sessions_of
from events.row import row
from events.short_form import SHORT
from portal.access.enums import Level, Zone
from portal.records.fields import Dates, RecordEnd, Weight, card, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields

FOLLOWS = RecordEnd("follows", _("follows"), _("is followed by"), Zone.DETAILS)


def _sectors(page):
    """The sectors that are invited, each once."""
    rows = list(page.invited_sectors.all())
    prefetch_related_objects(rows, "sector", "second", "third")
    return list(dict.fromkeys(sector for each in rows for sector in each.sectors))


def _not_asked(page):
    """What one in a place need not say of being online, and the other way round; what belongs to a series alone."""
    online = ("online_url",) if page.mode == Mode.IN_PERSON else ()
    place = ("place",) if page.mode == Mode.ONLINE else ()
    return (*online, *place, "ends_on", "series", "follows", "programme_note", "contributions", "useful_links")


EVENT = Kind(
    key="event",
    prefix="EV",
    label=_("Event"),
    label_plural=_("Events"),
    icon="event",
    usual_words=600,
    model=EventPage,
    index_path="events",
    offered_to=Level.MEMBERS,
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        card("event_format", _("kind of event"), Weight.BODY, "event_format"),
        card("state", _("state"), Weight.NONE, "state", lambda page: page.standing),
        card("starts_on", _("first day")),
        card("ends_on", _("last day")),
        card("from_year", _("from year")),
        card("to_year", _("to year")),
        card("time_zone", _("time zone")),
        card("mode", _("how people meet"), read=lambda page: str(Mode(page.mode).label)),
        card("place", _("place"), Weight.BODY),
        card("series", _("series"), Weight.BODY),
        details("aim", _("aim"), Weight.SUMMARY),
        details("introduction", _("introduction")),
        details("framework", _("plan that it serves")),
        details("objectives", _("objectives")),
        details("key_questions", _("key questions")),
        details("audience", _("participants")),
        details("invited_sectors", _("sectors invited")),
        details("sectors_invited", _("sectors invited"), Weight.NONE, "sector", _sectors),
        details("online_url", _("address online"), Weight.NONE),
        details("sessions", _("programme")),
        details("programme_note", _("about the programme")),
        details("contributions", _("contributions")),
        details("proceedings_title", _("title of the proceedings")),
        details("useful_links", _("useful links")),
        details("follows", _("event before it"), Weight.NONE),
    ),
    ends=(FOLLOWS,),
    parts=sessions_of,
    row=row,
    not_in_table=NOT_IN_TABLE,
    not_asked=_not_asked,
    short=SHORT,
    dates=Dates("from_year", "to_year"),
    first_order="date",
    day="starts_on",
    schema_type="Event",
)
