"""Events with their programme, and what came out of them."""

from datetime import date, time

from events.models import EventPage, EventQuestion, EventSession
from events.outputs.models import OutputPage
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from tests.factories.records import make_record


def make_event(title="A workshop", sessions=None, **fields):
    """A published event of two days in Paris; `sessions` are EventSessions, by default one in the morning."""
    rows = [make_session()] if sessions is None else sessions
    usual = {"starts_on": date(2026, 3, 28), "ends_on": date(2026, 3, 29), "time_zone": "Europe/Paris"}
    return make_record(EventPage, **{"title": title, "sessions": rows, **usual, **fields})


def make_session(title="Who has what data", day=date(2026, 3, 28), starts_at=time(9), ends_at=time(10, 30), **fields):
    """An unsaved session of such an event."""
    return EventSession(title=title, day=day, starts_at=starts_at, ends_at=ends_at, **fields)


def make_question(text="Which data can be shared?"):
    return EventQuestion(text=text)


def make_output(title="A finding", event=None, session=None, **fields):
    """A published output; `event` is a page, `session` one of its rows."""
    named = {"event": event and event.identity, "session": session and session.translation_key}
    return make_record(OutputPage, **{"title": title, "text": "<p>What was found</p>", **named, **fields})


def with_role(organisation, role):
    """A row that names an organisation in a part of an event."""
    return RecordOrganisation(organisation=organisation, role=ParticipantRole.objects.get(key=role))
