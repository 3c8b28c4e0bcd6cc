"""Sessions and key questions of events, read from what is published, for what names them by event and key."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from events.models import EventPage, EventQuestion, EventSession
from events.models.programme import anchor_of
from portal.access.enums import Zone
from portal.core.languages import reading_language, under_prefix
from portal.core.together import read_together
from portal.records.addresses import path_of


@dataclass(frozen=True)
class SessionEnd:
    """A session as another entry leads to it."""

    key: UUID
    title: str
    url: str
    lang: str
    event_title: str


@dataclass(frozen=True)
class Programmes:
    """Of some events, by key of the event and of the row, the sessions in the order of their times and the key
    questions in theirs."""

    sessions: dict[tuple[UUID, UUID], SessionEnd]
    questions: dict[tuple[UUID, UUID], str]


def programmes_read_by(keys, user) -> Programmes:
    """The Programmes of the events with these identity keys, as far as `user` may read them, each in the reader's
    language where there is one. One query."""
    if not keys:
        return Programmes({}, {})
    events = EventPage.objects.filter(translation_key__in=keys).visible_to(user, Zone.DETAILS)
    pages, sessions, questions = read_together(
        events.annotate(language=F("locale__language_code")).only("translation_key", "title", "url_path"),
        EventSession.objects.filter(event__in=events),
        EventQuestion.objects.filter(event__in=events),
    )
    # The reader's own language comes last and stays.
    ordered = sorted(pages, key=lambda page: (page.language == reading_language(), -page.pk))
    chosen = {page.key: page for page in ordered}
    by_pk = {page.pk: page for page in chosen.values()}
    in_time = sorted((row for row in sessions if row.event_id in by_pk), key=lambda row: row.place_in_time)
    asked = (row for row in questions if row.event_id in by_pk)
    in_order = sorted(asked, key=lambda row: (row.sort_order or 0, row.pk))
    return Programmes(
        {(by_pk[row.event_id].key, row.translation_key): _end(by_pk[row.event_id], row) for row in in_time},
        {(by_pk[row.event_id].key, row.translation_key): row.text for row in in_order},
    )


def sessions_of(keys, user) -> dict[tuple[UUID, UUID], SessionEnd]:
    """By key of event and of session, the sessions of these events, as far as `user` may read them. One query."""
    return programmes_read_by(set(keys), user).sessions


def questions_of(key, user) -> dict[UUID, str]:
    """The key questions of an event by their keys, in their order, as far as `user` may read them. One query."""
    return {row: text for (_event, row), text in programmes_read_by({key}, user).questions.items()}


def _end(page, row):
    url = f"{under_prefix(path_of(page))}#{anchor_of(row.translation_key)}"
    return SessionEnd(row.translation_key, row.title, url, page.language, page.title)
