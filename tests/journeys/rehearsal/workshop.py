"""What the workshop is, and what is said there: each thing has one word by which it is known again."""

from dataclasses import dataclass
from datetime import time

from events.capture.enums import LineKind
from portal.access.enums import Level
from portal.taxonomy.models import SessionKind
from tests.factories.attending import in_days
from tests.factories.events import make_event, make_question, make_session, with_role
from tests.factories.people import OrganisationFactory
from tests.factories.records import decide

SESSIONS, OF_A_SESSION = 12, 5
FAIR, TALK = 3, 10
"""Numbers of the sessions in which sheets are filled in."""
WHATS = ("finding", "answer", "barrier", "solution", "recommendation", "decision")
GROUPS = ("Group 1", "Group 2")
SERIES = "Rehearsed workshop"
AS_LINES = 20
"""Actions that are captured as lines; five more are added from the page of the event."""


@dataclass(frozen=True)
class Said:
    """A line of a session: its word, what it is, in which group; an output that both groups have is `doubled`."""

    word: str
    session: int
    kind: str
    group: str
    doubled: str = ""

    @property
    def text(self):
        return f"{self.word} what was said"


@dataclass(frozen=True)
class Agreed:
    """An action: its word, and the numbers of its session, its organisation and of days until it is due. Of some the
    line says neither the organisation nor the day."""

    word: str
    session: int
    organisation: int
    left: int
    is_clear: bool = True
    is_line: bool = True

    @property
    def text(self):
        return f"{self.word} send the list"


def outputs():
    """Sixty outputs, five of each session; of the first of each the second group says the same in other words."""
    for session in range(SESSIONS):
        for number in range(OF_A_SESSION):
            kind = WHATS[(session + number // 2) % len(WHATS)]
            doubled = f"same{session:02}00" if number == 0 else ""
            yield Said(f"out{session:02}{number:02}", session, kind, GROUPS[number % 2], doubled)


def actions():
    """Twenty-five actions; the last five are not captured as lines."""
    for number in range(25):
        session = number % SESSIONS
        is_line = number < AS_LINES
        yield Agreed(f"act{number:04}", session, number % 6, 20 + number, number % 4 != 3, is_line)


OUTPUTS, ACTIONS = tuple(outputs()), tuple(actions())
MINUTES = tuple(Said(f"minute{n:02}00", n, LineKind.MINUTE.value, GROUPS[0]) for n in range(SESSIONS))


class Workshop:
    """The published event with its organisations: four have somebody who speaks for them here, two have nobody."""

    def __init__(self):
        self.host = OrganisationFactory(name_en="The host of it", acronym="HOST")
        self.organisations = [OrganisationFactory(name_en=f"Agency {n}", acronym=f"AG{n}") for n in range(6)]
        self.first = self._event("The rehearsed workshop", self._programme())
        self.sessions = sorted(self.first.sessions.all(), key=lambda row: row.place_in_time)
        self.question = self.first.key_questions.get()

    def next_one(self, after):
        """The event of the series that follows another one, a month later."""
        days = (after.starts_on - in_days(0)).days + 30
        return self._event(f"The workshop in {days} days", [], days, follows=after.identity)

    def _event(self, title, sessions, days=1, **fields):
        page = make_event(
            title, sessions, starts_on=in_days(days), ends_on=in_days(days + 1), series=SERIES,
            key_questions=[make_question("Which form is enough?")], organisations=[with_role(self.host, "facilitator")],
            **fields,
        )  # fmt: skip
        decide(page, listed_to=Level.PUBLIC, owner=self.host, custodian=self.host)
        return page

    def _programme(self):
        kinds = {FAIR: "information_fair", TALK: "lightning_talk"}
        return [
            make_session(
                f"Session {number}", in_days(1 + number // 6), time(9 + number % 6), time(9 + number % 6, 50),
                session_kind=SessionKind.objects.get(key=kinds[number]) if number in kinds else None,
            )
            for number in range(SESSIONS)
        ]  # fmt: skip
