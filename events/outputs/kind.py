"""What search, lists, pages and tests know of outputs: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from events.outputs.enums import OF_BARRIERS, Told, What
from events.outputs.models import OutputPage
from events.outputs.prefill import named_at_first
from events.outputs.row import row
from events.outputs.short_form import SHORT
from portal.access.enums import Level, Zone
from portal.records.fields import Came, RecordEnd, Weight, card, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields

CAME_OUT_OF = RecordEnd("event", _("came out of"), _("led to"), Zone.DETAILS, Came.AFTER, "session")


def _not_asked(page):
    """What is of barriers, of answers and of documents alone."""
    barrier = () if page.what in OF_BARRIERS else ("barrier_kind",)
    question = () if page.what == What.ANSWER else ("question",)
    document = () if page.what == What.DOCUMENT else ("output_kind", "document")
    return (*barrier, *question, *document)


OUTPUT = Kind(
    key="output",
    prefix="OU",
    label=_("Output"),
    label_plural=_("Outputs"),
    icon="output",
    usual_words=150,
    model=OutputPage,
    index_path="outputs",
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        card("what", _("what it is"), Weight.NONE, "output", lambda page: Told(page.what)),
        details("text", _("text"), Weight.SUMMARY),
        details("event", _("event"), Weight.NONE, "event"),
        details("session", _("session"), Weight.NONE, read=lambda page: ""),
        details("question", _("key question that it answers"), Weight.NONE, read=lambda page: ""),
        details("barrier_kind", _("kind of barrier"), facet="barrier"),
        details("output_kind", _("kind of document")),
        details("document", _("document"), Weight.NONE),
    ),
    ends=(CAME_OUT_OF,),
    named_at_first=named_at_first,
    row=row,
    # Until its proceedings are published, for the organisations that took part.
    listed_to=Level.NAMED,
    details_to=Level.NAMED,
    not_in_table=NOT_IN_TABLE,
    not_asked=_not_asked,
    short=SHORT,
)
