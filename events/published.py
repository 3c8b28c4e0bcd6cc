"""The published page of an event, for what knows its identity."""

from uuid import UUID

from events.models import EventPage
from portal.core.languages import reading_language


def page_of(key: UUID) -> EventPage | None:
    """The published page of the event with this identity key, in the language of now where there is one, whoever may
    read it; None where nothing is published."""
    pages = EventPage.objects.live().filter(translation_key=key).select_related("locale").order_by("pk")
    return min(pages, key=lambda page: page.locale.language_code != reading_language(), default=None)
