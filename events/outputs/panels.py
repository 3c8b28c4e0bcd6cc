"""The form of an output: what it is and says first, then where it comes from."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_AT_EVENTS, keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("In one sentence, for example “Village names without codes make two lists of schools”.")
LINKS = _("Needs, holdings and practices that it is about.")
MORE = "collapsed"

OUTPUT_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        MultiFieldPanel([FieldPanel("what"), FieldPanel("barrier_kind")], heading=_("What it is")),
        FieldPanel("text"),
        MultiFieldPanel(
            [FieldPanel("event"), FieldPanel("session"), FieldPanel("question")], heading=_("Where it comes from")
        ),
        MultiFieldPanel([FieldPanel("output_kind"), FieldPanel("document")], heading=_("Document")),
        MultiFieldPanel(
            [FieldPanel("sectors"), FieldPanel("countries"), FieldPanel("coverage"), FieldPanel("data_kinds")],
            heading=_("Which sectors, countries and data it is about"),
        ),
        RowsPanel(
            "organisations",
            label=_("organisation"),
            heading=_("Organisations"),
            offered=ROLES_AT_EVENTS,
            classname=MORE,
        ),
        RowsPanel("sources", label=_("source"), heading=_("Sources"), classname=MORE),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
        keeping_true(),
    ]
)
