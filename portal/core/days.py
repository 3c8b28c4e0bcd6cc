"""Days, and the moments at which they are over."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def end_of(day: date) -> datetime:
    """The moment at which a day is over, here."""
    # The last day that there is has none after it.
    day = min(day, date.max - timedelta(days=2))
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
