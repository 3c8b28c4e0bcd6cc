"""What search, lists, pages and tests know of follow-up actions: the one table of their fields. They are no pages."""

from django.utils.translation import gettext_lazy as _

from events.actions.models import FollowUpAction
from events.actions.row import row
from portal.access.enums import Zone
from portal.records.fields import Came, Dates, RecordEnd, RecordField, Weight, card, details
from portal.records.registry import Kind

ORIGIN = RecordEnd("origin_event", _("came out of"), _("led to the action"), Zone.CARD, Came.AFTER, "session_key")
CARRIED = RecordEnd("carried_to", _("was carried over to"), _("took over the action"), Zone.CARD)
OUTPUT = RecordEnd("output", _("follows from"), _("is followed by the action"), Zone.CARD, Came.AFTER)
IDEA = RecordEnd("idea", _("is a step of"), _("has the step"), Zone.CARD, Came.AFTER)
LED_TO = RecordEnd("led_to", _("led to"), _("came of the action"), Zone.DETAILS, Came.BEFORE)
NOT_IN_TABLE = frozenset({
    "key", "code", "source_id", "is_demo", "link_key", "session_key", "state_since", "step_key", "opened_by",
    "created_at", "updated_at",
})  # fmt: skip

ACTION = Kind(
    key="action",
    prefix="FA",
    label=_("Follow-up action"),
    label_plural=_("Follow-up actions"),
    icon="action",
    usual_words=100,
    model=FollowUpAction,
    index_path="actions",
    fields=(
        card("title", _("what is to be done"), Weight.TITLE),
        card("organisation", _("organisation in charge"), Weight.BODY, "organisation"),
        card("due_on", _("due on")),
        card("due_year", _("year in which it is due")),
        card("due", _("overdue"), Weight.NONE, "due"),
        card("state", _("state"), Weight.BODY, "state", lambda action: action.state_term),
        card("carried_over", _("carried over")),
        card("countries", _("countries"), Weight.TITLE, "country"),
        card("sectors", _("sectors"), Weight.BODY, "sector"),
        card("origin_event", _("came out of"), Weight.NONE, "event"),
        card("carried_to", _("carried over to"), Weight.NONE, "event"),
        card("output", _("output that it follows from")),
        card("idea", _("partnership idea of which it is a step"), Weight.NONE, "idea"),
        details("details", _("more about it")),
        details("outcome", _("what was achieved")),
        details("led_to", _("what it led to"), Weight.NONE),
        # Names of people are told by the page, which asks who reads it and whether they agreed.
        RecordField("person", _("person"), Zone.OWNER),
        RecordField("person_email", _("e-mail of the person"), Zone.OWNER),
    ),
    row=row,
    ends=(ORIGIN, CARRIED, OUTPUT, IDEA, LED_TO),
    dates=Dates("due_year", "due_year"),
    first_order="due",
    day="due_while_open",
    day_order="due",
    not_in_table=NOT_IN_TABLE,
)
