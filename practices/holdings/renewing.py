"""Lists store what they say of a record: how fresh data are changes with the day, without anybody writing."""

from datetime import timedelta

from portal.access.changes import announce
from practices.holdings.freshness import freshness
from practices.holdings.models import DataHoldingPage

LOOKS_BACK = timedelta(days=3)
"""So that a day on which nothing ran is made up for."""


def renew_freshness(today):
    """Announces the published holdings that became due, overdue or long overdue in the last days; their number."""
    dated = DataHoldingPage.objects.live().filter(update_frequency__isnull=False, last_updated_on__isnull=False)
    keys = {
        page.key
        for page in dated.select_related("update_frequency").iterator()
        if freshness(page, today) != freshness(page, today - LOOKS_BACK)
    }
    if keys:
        announce(*keys)
    return len(keys)
