"""Lists store where an event stands; that it has begun or ended nobody writes, so that the day says it."""

from datetime import timedelta

from django.db.models import F
from django.db.models.functions import Coalesce

from events.models import EventPage
from portal.access.changes import announce

LOOKS_BACK = timedelta(days=3)
"""So that a day on which nothing ran is made up for."""


def renew_standing(today):
    """Announces the events that began or ended in the last days up to `today` (a date); returns how many."""
    since = today - LOOKS_BACK
    pages = EventPage.objects.live().annotate(last=Coalesce(F("ends_on"), F("starts_on")))
    # A day more on either side: it begins and ends by the clock of its own place.
    begun = pages.filter(starts_on__gt=since, starts_on__lte=today + timedelta(days=1))
    ended = pages.filter(last__gte=since - timedelta(days=1), last__lte=today)
    keys = set((begun | ended).values_list("translation_key", flat=True))
    if keys:
        announce(*keys)
    return len(keys)
