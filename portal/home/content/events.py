"""Events of the first content, as unsaved pages; what they follow, and sessions of a template, when they have a row."""

from uuid import NAMESPACE_URL, uuid5

from events import zones
from events.enums import Mode, PartOfDay, Question
from events.models import EventLink, EventObjective, EventPage, EventQuestion, EventSession, InvitedSectors
from events.templates import five_sessions
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import EventFormat, ParticipantRole, Sector, SessionKind

from .names import Reader
from .places import countries_of
from .sources import READ, sources_of
from .wording import paragraphs

FILE = "workshop"
HOST = "host"
PARTS = {each.value.upper(): each.value for each in PartOfDay}
QUESTIONS = {each.value: each.value for each in Question}
MODES = {each.value: each.value for each in Mode}
ZONES = {name: name for name in zones.names()}
TEMPLATES = {"five": five_sessions}


def event(part, names):
    """The unsaved EventPage of an entry."""
    part.value("confidence", READ)
    invited = part.part("participants")
    return EventPage(
        source_id=part.id,
        title=part.text("title", 255),
        summary=part.text("summary", 300) or part.text("aim", 300),
        event_format=part.term("format", EventFormat),
        mode=part.value("mode", MODES) or Mode.IN_PERSON,
        starts_on=part.day("start_date"),
        ends_on=part.day("end_date"),
        time_zone=part.value("time_zone", ZONES) or zones.UTC,
        place=part.text("place", 200),
        countries=countries_of(part),
        organisations=_hosts(part, names.organisations),
        aim=part.text("aim"),
        introduction=paragraphs("\n".join(part.list("introduction"))),
        framework=part.text("framework", 300),
        audience=paragraphs(invited.text("text")),
        series=part.text("series", 120),
        objectives=[EventObjective(text=row.text("text")) for row in part.parts("objectives")],
        key_questions=[_question(row) for row in part.parts("key_questions")],
        invited_sectors=[_invited(row) for row in invited.parts("sectors_invited")],
        sessions=[_session(row) for row in part.parts("agenda")],
        proceedings_title=part.text("proceedings_title", 255),
        useful_links=[_link(row) for row in part.parts("useful_links")],
        # The note is about the file: a reader is told that days and questions of sessions are the editors' reading.
        unconfirmed_fields=["sessions"] if part.text("agenda_note") else [],
        sources=sources_of(part),
    )


def complete(page, part, names):
    """The event that it follows, and the sessions of the template that it is begun from."""
    page.follows = names.records.get(part.value("follows", names.ids(FILE)))
    if begin := part.value("template", TEMPLATES):
        page.sessions = begin(page)


def key_of(row_id):
    """The stable key of a session or a key question, by its id in a file."""
    return uuid5(NAMESPACE_URL, f"first-content:{row_id}")


def _hosts(part, organisations):
    """Each by its acronym or its id, hosts first; then those that have another part."""
    known = {each.acronym: each for each in organisations.values() if each.acronym} | organisations
    roles = part.reading.terms_of(ParticipantRole)
    hosts = [RecordOrganisation(organisation=each, role=roles[HOST]) for each in part.values_in("co_hosts", known)]
    others = [
        RecordOrganisation(organisation=row.value("organisation", known), role=row.term("role", ParticipantRole))
        for row in part.parts("organisations")
    ]
    return hosts + others


def _question(row):
    return EventQuestion(text=row.text("text"), translation_key=key_of(row.values.get("id")))


def _link(row):
    return EventLink(text=row.text("text", 300), url=row.text("url", 500))


def _invited(row):
    sectors = [*row.terms("sectors", Sector), None, None, None]
    return InvitedSectors(words=row.text("text", 200), sector=sectors[0], second=sectors[1], third=sectors[2])


def _session(row):
    return EventSession(
        translation_key=key_of(row.values.get("id")),
        title=row.text("session", 255),
        day=row.day("date"),
        part_of_day=row.value("time", PARTS) or "",
        starts_at=row.hour("starts_at"),
        ends_at=row.hour("ends_at"),
        question=row.value("question_key", QUESTIONS) or "",
        session_kind=row.term("kind", SessionKind),
        description=row.text("description"),
        topics="\n".join(row.list("topics")),
        facilitators=row.text("facilitator_presenter", 300),
        # The source has one column for both.
        objective=row.text("objective_output"),
    )


EVENTS = Reader(FILE, event, complete)
