"""How long is kept what is about people who have no account: as long as they may have to be asked once more."""

from django.db.models import Q

from events.actions.enums import STILL_OPEN
from events.actions.models import CalendarKey, FollowUpAction
from portal.core.retention import kept_for


@kept_for("E-mail addresses of who did an action, after it ended", days=365)
def addresses(before):
    over = ~Q(state__in=STILL_OPEN) & ~Q(person_email="")
    return FollowUpAction.objects.filter(over, state_since__lt=before).update(person_email="", link_key="")


@kept_for("Addresses of calendars, after their end", days=1)
def calendars(before):
    return CalendarKey.objects.filter(until__lt=before).delete()[0]
