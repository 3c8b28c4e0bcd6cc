"""The programme in a form: its sessions by day, and what moves one of them: earlier, later, to another day."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.forms import DateField
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.days import IN_REACH
from portal.records.short_forms import Moves

EARLIER, LATER, TO_DAY = "earlier", "later", "day-"
WHEN = ("day", "part_of_day", "starts_at", "ends_at")
"""What says when a session is: two that change places exchange these."""
MOST_DAYS = 7
"""Buttons for other days; what lasts longer has the field of the day."""


def in_time(sessions):
    """Sessions by day and time; what has the same time keeps its order."""
    placed = list(enumerate(sessions))
    return [row for _n, row in sorted(placed, key=lambda pair: (*pair[1].place_in_time[:3], pair[0]))]


def said(session):
    """The heading of its day, and the session in a line."""
    day = date_format(session.day, "j F Y") if session.day else _("Day not said yet")
    hours = "–".join(f"{hour:%H:%M}" for hour in (session.starts_at, session.ends_at) if hour)
    when = hours or (session.get_part_of_day_display() if session.part_of_day else "")
    return day, " ".join(filter(None, (when, session.title)))


def ways_of(session, sessions, page):
    """Before and after its neighbours, and to each other day of the event or of its programme."""
    before, after = _neighbours(session, in_time(sessions))
    ways = [(EARLIER, _("Earlier"))] if before else []
    ways += [(LATER, _("Later"))] if after else []
    days = sorted({*_days_of(page), *(row.day for row in sessions if row.day)} - {session.day})
    to_days = [(f"{TO_DAY}{day}", _("To %(day)s") % {"day": date_format(day, "j F Y")}) for day in days[:MOST_DAYS]]
    return [*ways, *to_days]


def moved(sessions, session, way):
    """All sessions in their new order: it changes places with a neighbour, or stands on another day at its time."""
    ordered = in_time(sessions)
    before, after = _neighbours(session, ordered)
    other = {EARLIER: before, LATER: after}.get(way)
    if other is not None:
        return _exchanged(ordered, session, other)
    if way.startswith(TO_DAY) and (day := _day_in(way.removeprefix(TO_DAY))):
        session.day = day
    return in_time(ordered)


def _exchanged(ordered, session, other):
    """With the same time, or none, it is their order alone that says which comes first."""
    one, two = ordered.index(session), ordered.index(other)
    ordered[one], ordered[two] = other, session
    for name in WHEN:
        mine, theirs = getattr(session, name), getattr(other, name)
        setattr(session, name, theirs)
        setattr(other, name, mine)
    return ordered


def _neighbours(session, ordered):
    """Those before and after it; None where there is none, or where only one of both has a day."""
    at = ordered.index(session)
    around = (ordered[at - 1] if at else None, ordered[at + 1] if at + 1 < len(ordered) else None)
    return [each if each and (each.day is None) == (session.day is None) else None for each in around]


def _days_of(page):
    if page.starts_on is None:
        return []
    number = min((page.last_day - page.starts_on).days + 1, MOST_DAYS + 1)
    return [page.starts_on + timedelta(days=each) for each in range(number)]


def _day_in(text):
    """The day that a button names; None where it is none."""
    field = DateField(input_formats=["%Y-%m-%d"], validators=IN_REACH)
    try:
        return field.clean(text)
    except ValidationError:
        return None


SESSIONS = Moves(
    in_order=in_time,
    words=said,
    ways=ways_of,
    move=moved,
    help_text=gettext_lazy(
        "They stand by day and time. “Earlier” and “Later” exchange the times of two sessions; what you typed is kept."
    ),
)
