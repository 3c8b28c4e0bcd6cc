"""Proceedings as blocks to print, with the words of the interface in the language of now. Page, PDF and DOCX print the
same blocks, so that all three hold the same in the same order."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions.reading import state_word
from events.enums import PartOfDay, Question
from events.outputs.enums import What
from portal.core.languages import enumerated, under_prefix
from portal.records.registry import kind

HEADINGS = {
    What.FINDING: gettext_lazy("Findings"),
    What.ANSWER: gettext_lazy("Answers to key questions"),
    What.BARRIER: gettext_lazy("Barriers"),
    What.SOLUTION: gettext_lazy("Solutions"),
    What.RECOMMENDATION: gettext_lazy("Recommendations"),
    What.DECISION: gettext_lazy("Decisions"),
    What.DOCUMENT: gettext_lazy("Documents"),
}


@dataclass(frozen=True)
class Words:
    """Words and their language ("": that of the interface); `code` cites the entry that they come from."""

    text: str
    lang: str = ""
    code: str = ""

    @property
    def url(self):
        """The address of the entry, which the code finds in every language; "" for none."""
        return under_prefix(f"/r/{self.code}") if self.code else ""


@dataclass(frozen=True)
class Block:
    """One block. `form` says what it is: heading (of `level` 2 to 4), facts (pairs of a label and Words), paragraph
    (`label` before it), items (each with lines below it), table (`head`, and rows of Words)."""

    form: str
    words: Words | None = None
    level: int = 0
    anchor: str = ""
    label: str = ""
    rows: tuple = ()
    head: tuple[str, ...] = ()


def blocks_of(said) -> list[Block]:
    """The Blocks of Proceedings, from the facts of the event to the table of actions."""
    parts = (_facts, _introduction, _objectives, _programme, _sessions, _answers, _declared, _ideas, _actions)
    return [block for part in parts for block in part(said)]


def _heading(text, level=2, lang="", anchor=""):
    return Block("heading", Words(text, lang), level, anchor)


def _facts(said):
    days = " – ".join(_in_words(day) for day in dict.fromkeys((said.starts_on, said.ends_on)) if day)
    facts = (
        (_("Event"), Words(said.event_title, said.lang, said.code)),
        (_("When"), Words(days)),
        (_("Where"), Words(said.place, said.lang)),
        (_("Hosts"), Words(enumerated(said.hosts))),
    )
    yield Block("facts", rows=tuple(fact for fact in facts if fact[1].text))


def _introduction(said):
    if said.introduction:
        yield _heading(_("Introduction"), anchor="introduction")
        for text in said.introduction:
            yield Block("paragraph", Words(text, said.lang))


def _objectives(said):
    if said.objectives:
        yield _heading(_("Objectives"), anchor="objectives")
        yield _items([(Words(text, said.lang), ()) for text in said.objectives])


def _programme(said):
    if not said.sessions:
        return
    yield _heading(_("Programme"), anchor="programme")
    for day, sessions in _by_day(said.sessions).items():
        yield _heading(_in_words(day) if day else _("Day not said yet"), 3)
        yield _items([(Words(each.title, said.lang), _when(each)) for each in sessions])


def _by_day(sessions):
    """In the order of time, whatever the order in which sessions are told."""
    days = defaultdict(list)
    for each in sorted(sessions, key=lambda row: (not row.day, row.day, row.part == PartOfDay.PM, row.hours)):
        days[each.day].append(each)
    return days


def _when(session):
    part = PartOfDay(session.part).label if session.part else ""
    question = Question(session.question).label if session.question else ""
    line = " · ".join(str(word) for word in (session.hours or part, question) if word)
    return (Words(line),) if line else ()


def _sessions(said):
    """Of each session what it was for and what came of it; then what belongs to none."""
    by_session = defaultdict(list)
    there = {each.key for each in said.sessions}
    for output in said.outputs:
        by_session[output.session if output.session in there else ""].append(output)
    if said.sessions:
        yield _heading(_("What was said and found"), anchor="sessions")
    for each in said.sessions:
        yield _heading(each.title, 3, said.lang, f"s-{each.key[:8]}")
        yield from _purpose(each, said.lang)
        yield from _grouped(by_session[each.key])
    if by_session[""]:
        yield _heading(_("Of the event as a whole"), 3, anchor="whole")
        yield from _grouped(by_session[""])


def _purpose(session, lang):
    question = str(Question(session.question).label) if session.question else ""
    for label, words in (
        (_("Question"), Words(question)),
        (_("Objective"), Words(session.objective, lang)),
        (_("What was to come of it"), Words(session.expected_output, lang)),
    ):
        if words.text:
            yield Block("paragraph", words, label=label)


def _grouped(outputs):
    for what, heading in HEADINGS.items():
        if found := [each for each in outputs if each.what == what]:
            yield _heading(str(heading), 4)
            yield _items([_output(each) for each in found])


def _output(output):
    return Words(output.title, output.lang, output.code), tuple(Words(text, output.lang) for text in output.text)


def _answers(said):
    if not said.questions:
        return
    yield _heading(_("Answers to the key questions"), anchor="answers")
    for question in said.questions:
        yield _heading(question.text, 3, said.lang)
        found = [_output(each) for each in said.outputs if each.question == question.key]
        yield _items(found) if found else Block("paragraph", Words(_("No answer is written down.")))


def _declared(said):
    if said.declared:
        yield _heading(_("Data and needs declared"), anchor="declared")
        for key in dict.fromkeys(each.kind for each in said.declared):
            yield _heading(capfirst(str(kind(key).label_plural)), 3)
            yield _items([_entry(each) for each in said.declared if each.kind == key])


def _ideas(said):
    if said.ideas:
        yield _heading(_("Partnership ideas born here"), anchor="ideas")
        yield _items([_entry(each) for each in said.ideas])


def _entry(entry):
    return Words(entry.title, entry.lang, entry.code), ()


def _actions(said):
    if said.actions:
        yield _heading(_("Follow-up actions"), anchor="actions")
        head = (_("What"), _("Organisation"), _("Due"), _("State"))
        yield Block("table", head=head, rows=tuple(map(_action, said.actions)))


def _action(action):
    return (
        Words(action.title, action.lang, action.code),
        Words(action.organisation),
        Words(_in_words(action.due_on)),
        Words(state_word(action.state).label),
    )


def _items(rows):
    return Block("items", rows=tuple(rows))


def _in_words(day):
    return date_format(date.fromisoformat(day), "j F Y")
