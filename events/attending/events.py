"""What is asked of the event that people come to: its published page, and whether it is over."""

from events import published
from events.enums import Standing
from events.models import EventPage


def held_page(key):
    """As `events.published.page_of`; None also for an event that was withdrawn: nobody can come to it."""
    page = published.page_of(key)
    return page if page and page.identity.withdrawn_at is None else None


def is_over(page):
    """Whether its last day has passed, where it is held."""
    return page.standing == Standing.PAST


def over_before(day):
    """The identity keys of the events whose last day was before `day` (a date)."""
    ended = EventPage.objects.filter(ends_on__lt=day) | EventPage.objects.filter(ends_on=None, starts_on__lt=day)
    return ended.values("translation_key")
