"""An event that is begun from a template: its sessions, in the words of the language that it is written in."""

from datetime import timedelta

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from events.enums import PartOfDay, Question
from events.models import EventSession
from portal.taxonomy.models import SessionKind

FIVE_QUESTIONS = (
    (Question.WHY, 0, PartOfDay.AM, "case_presentation",
     gettext_noop("Case studies of good practice in sharing data"),
     gettext_noop("What is possible: some examples to set the scene.")),
    (Question.WHAT, 0, PartOfDay.PM, "information_fair",
     gettext_noop("Who has what data"),
     gettext_noop("Everybody knows which data there are, who needs them, and which tools help.")),
    (Question.HOW, 1, PartOfDay.AM, "working_group",
     gettext_noop("How can we use each other’s data?"),
     gettext_noop("How partners could share data: ways to get them, and what stands in the way.")),
    (Question.USE, 1, PartOfDay.PM, "ideation",
     gettext_noop("What we would do with the data"),
     gettext_noop("What could be reached if nothing stood in the way.")),
    (Question.WHEN, 1, PartOfDay.PM, "lightning_talk",
     gettext_noop("Ideas for partnerships, in a few minutes each"),
     gettext_noop("First plans: who does what, with whom, by when.")),
)  # fmt: skip
"""Question, day, part of the day, key of the kind of session, title, what is to come of it."""


def five_sessions(page):
    """The unsaved EventSessions of a workshop by the five questions, on the days of the event `page`."""
    kinds = {kind.key: kind for kind in SessionKind.objects.current()}
    with translation.override(page.locale.language_code):
        return [_session(page, kinds, number, row) for number, row in enumerate(FIVE_QUESTIONS)]


def _session(page, kinds, number, row):
    question, day, part, kind, title, output = row
    return EventSession(
        title=_(title), day=_day(page, day), part_of_day=part, question=question, session_kind=kinds.get(kind),
        expected_output=_(output), sort_order=number, locale=page.locale,
    )  # fmt: skip


def _day(page, number):
    """Of an event of one day, that one; of one without days, none."""
    if page.starts_on is None:
        return None
    return min(page.starts_on + timedelta(days=number), page.last_day)
