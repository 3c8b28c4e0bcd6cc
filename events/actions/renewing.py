"""Lists store which actions are overdue; that the day has passed nobody writes, so that the next day says it."""

from datetime import timedelta

from events.actions.models import FollowUpAction
from portal.access.changes import announce

LOOKS_BACK = timedelta(days=3)
"""So that a day on which nothing ran is made up for."""


def renew_late(today) -> int:
    """Announces the actions that became overdue in the last days up to `today` (a date); returns how many."""
    late = FollowUpAction.objects.late(today).filter(due_on__gte=today - LOOKS_BACK)
    keys = set(late.values_list("key", flat=True))
    if keys:
        announce(*keys)
    return len(keys)
