"""What is asked of the event that people come to: its published page, and whether it is over."""

from events.enums import Standing
from events.models import EventPage
from portal.core.languages import reading_language


def page_of(key):
    """The published page of the event with this identity key, in the reader's language where there is one; None when
    nothing is published, or it was withdrawn."""
    pages = EventPage.objects.live().filter(translation_key=key).select_related("locale").order_by("pk")
    found = sorted(pages, key=lambda page: page.locale.language_code != reading_language())
    if not found or found[0].identity.withdrawn_at is not None:
        return None
    return found[0]


def is_over(page):
    """Whether its last day has passed, where it is held."""
    return page.standing == Standing.PAST


def over_before(day):
    """The identity keys of the events whose last day was before `day` (a date)."""
    ended = EventPage.objects.filter(ends_on__lt=day) | EventPage.objects.filter(ends_on=None, starts_on__lt=day)
    return ended.values("translation_key")
