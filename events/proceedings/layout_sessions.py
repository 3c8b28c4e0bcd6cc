"""Of each session what it was for, what was said, brought and found; then what belongs to none."""

from collections import defaultdict
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.enums import Question
from events.outputs.enums import OF_BARRIERS, What
from events.proceedings.blocks import Words, elsewhere, heading, items, paragraph
from portal.taxonomy.kept import kept_by_key
from portal.taxonomy.models import BarrierKind

HEADINGS = {
    What.FINDING: gettext_lazy("Findings"),
    What.ANSWER: gettext_lazy("Answers to key questions"),
    What.BARRIER: gettext_lazy("Barriers"),
    What.SOLUTION: gettext_lazy("Solutions"),
    What.RECOMMENDATION: gettext_lazy("Recommendations"),
    What.DECISION: gettext_lazy("Decisions"),
    What.DOCUMENT: gettext_lazy("Documents"),
}
PARTS = ("minutes", "contributions", "outputs")


def sessions(said):
    """The Blocks of all sessions of Proceedings, in the order in which they are told."""
    there = {each.key for each in said.sessions}
    under = {part: _by_session(getattr(said, part), there) for part in PARTS}
    if said.sessions:
        yield heading(_("What was said and found"), anchor="sessions")
    for each in said.sessions:
        yield heading(each.title, 3, said.lang, f"s-{each.key[:8]}")
        yield from _purpose(each, said.lang)
        found = [*_said_there(under, each.key, said.lang)]
        yield from found or [paragraph(_("Nothing is written down here so far."))]
    if found := [*_said_there(under, "", said.lang)]:
        yield heading(_("Of the event as a whole"), 3, anchor="whole")
        yield from found


def output_item(output):
    """An output and the lines below it: its kind of barrier, its text, its document."""
    return Words(output.title, output.lang, output.code), [*_below(output)]


def _by_session(rows, there):
    """What names a session that is not told belongs to the event as a whole."""
    found = defaultdict(list)
    for each in rows:
        found[each.session if each.session in there else ""].append(each)
    return found


def _purpose(session, lang):
    for line in session.about:
        yield paragraph(line, lang)
    if session.topics:
        yield items((Words(topic, lang), ()) for topic in session.topics)
    question = str(Question(session.question).label) if session.question else ""
    for label, text, its_lang in (
        (_("Question"), question, ""),
        (_("Facilitator or speaker"), session.speakers, lang),
        (_("Objective"), session.objective, lang),
        (_("What was to come of it"), session.expected_output, lang),
    ):
        if text:
            yield paragraph(text, its_lang, label)


def _said_there(under, key, lang):
    minutes, contributions, outputs = (under[part][key] for part in PARTS)
    if minutes:
        yield heading(_("Minutes"), 4)
        yield items((Words(each.text, each.lang), _who(each)) for each in minutes)
    if contributions:
        yield heading(_("Contributions"), 4)
        yield items(_contribution(each, lang) for each in contributions)
    for what, words in HEADINGS.items():
        if found := [each for each in outputs if each.what == what]:
            yield heading(words, 4)
            yield items(output_item(each) for each in found)


def _who(minute):
    if minute.organisation:
        yield Words(_("Said by: %(organisation)s") % {"organisation": minute.organisation})


def _contribution(each, lang):
    below = [Words(each.organisation)] if each.organisation else []
    if each.url:
        below.append(elsewhere(each.url))
    return Words(each.title, lang), [*below, *_file(each)]


def _below(output):
    kind = kept_by_key(BarrierKind).get(output.barrier) if output.what in OF_BARRIERS else None
    if kind:
        yield Words(_("Kind of barrier: %(kind)s") % {"kind": kind.label})
    for text in output.text:
        yield Words(text, output.lang)
    yield from _file(output)


def _file(each):
    """The document of a contribution or an output, which its reader may open."""
    if each.file:
        ending = PurePosixPath(each.file).suffix.lstrip(".").upper()
        yield Words(_("Document (%(format)s)") % {"format": ending}, address=default_storage.url(each.file))
