"""Proceedings as blocks to print, with the words of the interface in the language of now. Page, PDF and DOCX print the
same blocks, so that all three hold the same in the same order."""

from collections import defaultdict
from datetime import date

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from events.actions.reading import state_word
from events.enums import PartOfDay, Question
from events.proceedings.answered import page_of_answer
from events.proceedings.blocks import Block, Words, elsewhere, heading, items, paragraph
from events.proceedings.layout_sessions import output_item, sessions
from portal.core.languages import enumerated
from portal.records.registry import kind

FROM_LEFT, FROM_LEFT_END = "\u2066", "\u2069"
"""Around hours, whose beginning and end would change sides in an Arabic line."""


def blocks_of(said) -> list[Block]:
    """The Blocks of Proceedings, from the facts of the event to the addresses that help."""
    parts = (
        _facts, _introduction, _objectives, _programme, sessions, _answers, _declared, _ideas, _actions, _links,
    )  # fmt: skip
    return [block for part in parts for block in part(said)]


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
        yield heading(_("Introduction"), anchor="introduction")
        for text in said.introduction:
            yield paragraph(text, said.lang)


def _objectives(said):
    if said.objectives:
        yield heading(_("Objectives"), anchor="objectives")
        yield items((Words(text, said.lang), ()) for text in said.objectives)


def _programme(said):
    if not said.sessions:
        return
    yield heading(_("Programme"), anchor="programme")
    for day, sessions_of_day in _by_day(said.sessions).items():
        yield heading(_in_words(day) if day else _("Day not said yet"), 3)
        yield items((Words(each.title, said.lang), _when(each, said.lang)) for each in sessions_of_day)


def _by_day(rows):
    """In the order of time, whatever the order in which sessions are told."""
    days = defaultdict(list)
    for each in sorted(rows, key=lambda row: (not row.day, row.day, row.part == PartOfDay.PM, row.hours)):
        days[each.day].append(each)
    return days


def _when(session, lang):
    """Hours and question of a session in a line, who speaks in another: they may be of two languages."""
    part = PartOfDay(session.part).label if session.part else ""
    question = Question(session.question).label if session.question else ""
    hours = f"{FROM_LEFT}{session.hours}{FROM_LEFT_END}" if session.hours and get_language_bidi() else session.hours
    if line := " · ".join(str(word) for word in (hours or part, question) if word):
        yield Words(line)
    if session.speakers:
        yield Words(session.speakers, lang)


def _answers(said):
    if not said.questions:
        return
    yield heading(_("Answers to the key questions"), anchor="answers")
    for question in said.questions:
        yield heading(question.text, 3, said.lang)
        found = [output_item(each) for each in said.outputs if each.question == question.key]
        yield items(found) if found else _unanswered(question)


def _unanswered(question):
    """What the event left open the portal may answer by now."""
    if address := page_of_answer(question.text):
        words = Words(_("what the portal can say to it today"), address=address)
        return Block("paragraph", words, label=_("No answer was written down at the event"))
    return paragraph(_("No answer is written down."))


def _declared(said):
    if said.declared:
        yield heading(_("Data and needs declared"), anchor="declared")
        for key in dict.fromkeys(each.kind for each in said.declared):
            yield heading(capfirst(str(kind(key).label_plural)), 3)
            yield items(_entry(each) for each in said.declared if each.kind == key)


def _ideas(said):
    if said.ideas:
        yield heading(_("Partnership ideas born here"), anchor="ideas")
        yield items(_entry(each) for each in said.ideas)


def _entry(entry):
    return Words(entry.title, entry.lang, entry.code), ()


def _actions(said):
    if said.actions:
        yield heading(_("Follow-up actions"), anchor="actions")
        head = (_("What"), _("Organisation"), _("Due"), _("State"))
        yield Block("table", head=head, rows=tuple(map(_action, said.actions)))


def _action(action):
    return (
        Words(action.title, action.lang, action.code),
        Words(action.organisation),
        Words(_in_words(action.due_on)),
        Words(state_word(action.state).label),
    )


def _links(said):
    if said.links:
        yield heading(_("Useful links"), anchor="links")
        yield items((Words(each.text, said.lang), [elsewhere(each.url)]) for each in said.links)


def _in_words(day):
    return date_format(date.fromisoformat(day), "j F Y")
