"""The published page of an event, for what knows its identity or its address."""

from uuid import UUID

from events.models import EventPage
from portal.core.languages import reading_language


def page_of(key: UUID) -> EventPage | None:
    """The published page of the event with this identity key, in the language of now where there is one, whoever may
    read it; None where nothing is published."""
    return _in_reading_language(translation_key=key)


def page_at(slug: str) -> EventPage | None:
    """The same of the event that an address names."""
    return _in_reading_language(slug=slug)


def _in_reading_language(**which):
    pages = EventPage.objects.live().filter(**which).select_related("locale").order_by("pk")
    return min(pages, key=lambda page: page.locale.language_code != reading_language(), default=None)
