"""Sessions and key questions of events, read from what is published, for what names them by event and key."""

from dataclasses import dataclass
from uuid import UUID

from events.models import EventPage, EventQuestion, EventSession
from events.models.programme import anchor_of
from portal.access.enums import Zone
from portal.core.languages import reading_language, under_prefix
from portal.records.addresses import path_of


@dataclass(frozen=True)
class SessionEnd:
    """A session as another entry leads to it."""

    key: UUID
    title: str
    url: str
    lang: str
    event_title: str


def events_read_by(keys, user):
    """By identity key, the pages of the events that `user` may read the details of, each in the reader's language where
    there is one."""
    pages = EventPage.objects.filter(translation_key__in=keys).visible_to(user, Zone.DETAILS).select_related("locale")
    ordered = sorted(pages, key=lambda page: (page.locale.language_code == reading_language(), -page.pk))
    return {page.key: page for page in ordered}


def sessions_of(keys, user) -> dict[tuple[UUID, UUID], SessionEnd]:
    """By key of event and of session, the sessions of these events, as far as `user` may read them. Two queries."""
    pages = events_read_by(set(keys), user)
    by_pk = {page.pk: page for page in pages.values()}
    rows = EventSession.objects.filter(event__in=by_pk)
    ordered = sorted(rows, key=lambda row: row.place_in_time)
    return {(by_pk[row.event_id].key, row.translation_key): _end(by_pk[row.event_id], row) for row in ordered}


def questions_of(key, user) -> dict[UUID, str]:
    """The key questions of an event by their keys, in their order, as far as `user` may read them."""
    page = events_read_by({key}, user).get(key)
    return {row.translation_key: row.text for row in EventQuestion.objects.filter(event=page)} if page else {}


def _end(page, row):
    url = f"{under_prefix(path_of(page))}#{anchor_of(row.translation_key)}"
    return SessionEnd(row.translation_key, row.title, url, page.locale.language_code, page.title)
