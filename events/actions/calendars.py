"""A person's open actions as a calendar: at a signed address for them alone, ended by a button, with masked titles.

A calendar program brings no password. So it shows what its person may know as a member, as a feed does, and of that
only the code: others look over the shoulder of who opens a calendar.
"""

from datetime import timedelta
from secrets import token_hex

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from events.actions.models import CalendarKey, FollowUpAction
from portal.access.readers import takes_part
from portal.community.feeds import feed_reader

LASTS = timedelta(days=365)
_signer = Signer(salt="events.actions.calendar")


@transaction.atomic
def open_calendar(*, by):
    """Gives `by` a new address; the one before ends. Returns the CalendarKey."""
    values = {"key": token_hex(16), "until": timezone.now() + LASTS, "made_at": timezone.now()}
    return CalendarKey.objects.update_or_create(user=by, defaults=values)[0]


def end_calendar(*, by):
    """Ends the address of `by`."""
    CalendarKey.objects.filter(user=by).delete()


def calendar_url(user) -> str:
    """The whole address, in the language of now; "" where there is none, or its year is over."""
    row = CalendarKey.objects.filter(user=user, until__gt=timezone.now()).first()
    return f"{settings.SITE_URL}{reverse('actions:calendar')}?for={_signer.sign(row.key)}" if row else ""


def person_of(token):
    """The user of a calendar's address; None for one that is not ours, was ended or is over, and when its person is of
    the community no more."""
    try:
        key = _signer.unsign(token)
    except BadSignature:
        return None
    row = CalendarKey.objects.filter(key=key, until__gt=timezone.now()).select_related("user").first()
    return row.user if row and takes_part(row.user) else None


def calendar_of(user) -> bytes:
    """The calendar: a day for each open action that this person does."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.WAGTAIL_SITE_NAME}//actions//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("My follow-up actions"))
    mine = FollowUpAction.objects.open().filter(person=user).visible_to(feed_reader(user)).order_by("due_on", "code")
    moves = Count("updates", filter=Q(updates__due_before__isnull=False))
    for action in mine.annotate(moves=moves):
        calendar.add_component(_event(action))
    return calendar.to_ical()


def _event(action):
    """Known by the key of the action, so that a calendar moves it when it is due on another day."""
    event = Event()
    event.add("uid", f"{action.key}@actions")
    event.add("summary", _("Action %(code)s due") % {"code": action.code})
    event.add("dtstart", action.due_on)
    # Without an end it lasts that day: https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1
    event.add("dtstamp", action.updated_at)
    event.add("last-modified", action.updated_at)
    event.add("sequence", action.moves)
    event.add("url", f"{settings.SITE_URL}/r/{action.code}")
    event.add("transp", "TRANSPARENT")
    return event
