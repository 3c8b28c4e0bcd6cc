"""Days, and the moments at which they are over."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def end_of(day: date) -> datetime:
    """The moment at which a day is over, here."""
    # The last day that there is has none after it.
    day = min(day, date.max - timedelta(days=2))
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def last_day(moment: datetime | None) -> date | None:
    """The last day, here, of what ends at a moment: at the midnight with which a day is over, that day. None stays."""
    return timezone.localdate(moment - timedelta(microseconds=1)) if moment else None
