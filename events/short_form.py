"""The short form of an event. One that is begun from a template has its sessions already."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.enums import Question
from events.moving import SESSIONS
from events.templates import five_sessions
from portal.records.short_forms import OwnQuestion, Rows, ShortForm

FIVE, NONE = "five", "none"


def _choice():
    return forms.ChoiceField(
        choices=[(FIVE, _("Why? What? How? What for? When?")), (NONE, _("No template"))],
        widget=forms.RadioSelect,
        required=False,
        label=_("Begin the programme with"),
        help_text=_("Five sessions that you can change. A programme that has sessions already stays as it is."),
    )


def _template_of(page, organisation):
    questions = [row.question for row in page.sessions.all()]
    if not questions:
        return ""
    return FIVE if questions == [each.value for each in Question] else NONE


def _begin(page, value, organisation):
    """Writes the sessions of the template into a programme that is empty."""
    if value == FIVE and not page.sessions.count():
        page.sessions.set(five_sessions(page))


SHORT = ShortForm(
    screens=(
        (
            ("title",),
            ("event_format",),
            ("starts_on", "ends_on", "time_zone"),
            ("mode", "place", "online_url"),
        ),
        (
            (Rows("organisations", ("organisation", "role")),),
            ("aim",),
            (Rows("invited_sectors", ("words", "sector", "second", "third")),),
            ("template",),
        ),
    ),
    needed=("title", "event_format", "starts_on", "aim"),
    of_runners=("key_questions", "sessions", "programme_note", "contributions", "useful_links"),
    moves={"sessions": SESSIONS},
    files=frozenset({("contributions", "document")}),
    own={"template": OwnQuestion(_choice, _template_of, _begin)},
)
