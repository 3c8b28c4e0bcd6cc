"""Proceedings as plain values: what one reader may read of an event and of what came out of it, without any layout.

They can be kept as JSON and read again; no word of the interface is in them. Keys are hex.
"""

from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True)
class SessionSaid:
    """A session: `day` is ISO, `hours` local time, `part` and `question` keys of their enums; `speakers` in words."""

    key: str
    title: str
    day: str = ""
    hours: str = ""
    part: str = ""
    question: str = ""
    objective: str = ""
    expected_output: str = ""
    speakers: str = ""
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class MinuteSaid:
    """A line that was captured in a session. `organisation` said it, where that was ticked; `organisation_key` is what
    one must know of to read that name."""

    key: str
    text: str
    lang: str
    session: str = ""
    organisation: str = ""
    organisation_key: str = ""


@dataclass(frozen=True)
class ContributionSaid:
    """What somebody brought to a session: `url` is an address elsewhere, `file` the stored name of a document."""

    key: str
    title: str
    session: str = ""
    organisation: str = ""
    url: str = ""
    file: str = ""


@dataclass(frozen=True)
class LinkSaid:
    """An address that helps."""

    text: str
    url: str


@dataclass(frozen=True)
class QuestionSaid:
    """A key question."""

    key: str
    text: str


@dataclass(frozen=True)
class OutputSaid:
    """Something that came out of a session (or of the event as a whole: ""); `text` are its paragraphs, `barrier` the
    key of a kind of barrier, `file` the stored name of its document."""

    key: str
    code: str
    what: str
    title: str
    lang: str
    text: tuple[str, ...] = ()
    session: str = ""
    question: str = ""
    barrier: str = ""
    file: str = ""


@dataclass(frozen=True)
class EntrySaid:
    """Another entry. `zone` (an access Zone) is what one must be able to read of it to learn of it here."""

    key: str
    code: str
    kind: str
    title: str
    lang: str
    zone: int


@dataclass(frozen=True)
class ActionSaid:
    """A follow-up action; `due_on` is ISO, `state` a key."""

    key: str
    code: str
    title: str
    lang: str
    organisation: str
    due_on: str
    state: str


@dataclass(frozen=True)
class Proceedings:
    """All of it, in the order in which it is told. `key` and `code` are those of the event."""

    key: str
    code: str
    title: str
    event_title: str
    lang: str
    place: str = ""
    starts_on: str = ""
    ends_on: str = ""
    hosts: tuple[str, ...] = ()
    introduction: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    questions: tuple[QuestionSaid, ...] = ()
    sessions: tuple[SessionSaid, ...] = ()
    minutes: tuple[MinuteSaid, ...] = ()
    contributions: tuple[ContributionSaid, ...] = ()
    outputs: tuple[OutputSaid, ...] = ()
    declared: tuple[EntrySaid, ...] = ()
    ideas: tuple[EntrySaid, ...] = ()
    actions: tuple[ActionSaid, ...] = ()
    links: tuple[LinkSaid, ...] = ()

    @property
    def is_empty(self):
        """Whether nothing came out of the event so far that this reader may know of."""
        return not (self.minutes or self.outputs or self.declared or self.ideas or self.actions)

    @property
    def files(self):
        """The stored names of all documents in it."""
        return {each.file for part in (self.contributions, self.outputs) for each in part if each.file}


PARTS = {
    "questions": QuestionSaid, "sessions": SessionSaid, "minutes": MinuteSaid, "contributions": ContributionSaid,
    "outputs": OutputSaid, "declared": EntrySaid, "ideas": EntrySaid, "actions": ActionSaid, "links": LinkSaid,
}  # fmt: skip


def as_values(proceedings) -> dict[str, Any]:
    """The same as what JSON knows."""
    return asdict(proceedings)


def from_values(values) -> Proceedings:
    """Proceedings of what `as_values` gave, read from JSON; what is unknown in it is left out."""
    given = _known(Proceedings, values)
    for name, part in PARTS.items():
        given[name] = tuple(part(**_known(part, row)) for row in given.get(name, ()))
    return Proceedings(**given)


def _known(model, values):
    names = {field.name for field in fields(model)}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items() if name in names}
