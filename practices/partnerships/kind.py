"""What search, lists, pages and tests know of partnership ideas: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, Zone
from portal.records.fields import Came, RecordEnd, Weight, card, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.partnerships.enums import Ripeness
from practices.partnerships.models import IdeaPage
from practices.partnerships.panels import LOOKING_FOR
from practices.partnerships.row import ILLUSTRATIVE, row
from practices.partnerships.short_form import SHORT
from practices.partnerships.states import stands

JOINS = RecordEnd("joins.target", _("would join"), _("would be joined by the idea"), Zone.DETAILS)
BORN_AT = RecordEnd(
    "born_event", _("was born at"), _("gave rise to the idea"), Zone.DETAILS, Came.AFTER, "born_session"
)


def _ripeness(page):
    """How ripe it is, in words; "" where nobody said."""
    return "" if page.ripeness == Ripeness.NOT_SAID else str(Ripeness(page.ripeness).label)


def _not_asked(page):
    """What an idea need not say: where it was born, and what stands in words beside a choice."""
    return ("is_illustrative", "partner_types", "partners_note", "looking_for")


IDEA = Kind(
    key="idea",
    prefix="PI",
    label=_("Partnership idea"),
    label_plural=_("Partnership ideas"),
    icon="idea",
    usual_words=300,
    model=IdeaPage,
    index_path="partnerships",
    offered_to=Level.MEMBERS,
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        card("state", _("state"), Weight.NONE, "state", lambda page: stands(page.key).state),
        card("looking_for", _("looking for"), Weight.NONE, "looking_for"),
        card("is_illustrative", _("illustrative"), read=lambda page: str(ILLUSTRATIVE) if page.is_illustrative else ""),
        details("problem", _("problem"), Weight.SUMMARY),
        details("idea", _("idea"), Weight.SUMMARY),
        details("what_would_change", _("what would change")),
        details("what_for", _("what for")),
        details("how_known", _("how we would know")),
        details("resources", _("resources")),
        details("partner_types", _("kinds of partners sought"), facet="organisation_type"),
        details("partners_note", _("partners sought, in words")),
        details("ripeness", _("how ripe"), Weight.NONE, read=_ripeness),
        details("joins", _("what it would join")),
        details("steps", _("first steps")),
        details("risks", _("risks")),
        details("born_event", _("born at"), Weight.NONE),
    ),
    ends=(JOINS, BORN_AT),
    row=row,
    not_in_table=NOT_IN_TABLE | {"born_session", *LOOKING_FOR},
    not_asked=_not_asked,
    short=SHORT,
)
