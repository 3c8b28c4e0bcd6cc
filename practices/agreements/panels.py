"""The form of an agreement: kind, parties and what it covers first; for what, how fine and how long after it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_IN_SHARING, keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("What it is and between whom, for example “Data sharing agreement: mine action centre and OCHA”.")
PARTIES = _("Who made it, each with its part. Their focal points are told before it ends, and can end it.")
COVERS = _("The data holdings that it covers, one a line; data without an entry here in words.")
CLASSES = _(
    "Only of an information sharing protocol: how sensitive it says that each kind of data is. It holds for the "
    "countries above, and for the narrower kinds below each."
)
LINKS = _("What came before it, practices that helped, cases that tell of it.")
MORE = "collapsed"

AGREEMENT_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        MultiFieldPanel([FieldPanel("agreement_kind"), FieldPanel("reference")], heading=_("Which agreement")),
        RowsPanel(
            "organisations",
            label=_("party"),
            heading=_("Parties"),
            help_text=PARTIES,
            offered=ROLES_IN_SHARING,
        ),
        MultiFieldPanel(
            [FieldPanel("countries"), FieldPanel("coverage"), FieldPanel("data_kinds"), FieldPanel("sectors")],
            heading=_("Where, and which data"),
        ),
        RowsPanel("holdings", label=_("covered data"), heading=_("Data that it covers"), help_text=COVERS),
        MultiFieldPanel(
            [FieldPanel("finest_form"), FieldPanel("purposes"), FieldPanel("onward"), FieldPanel("onward_note")],
            heading=_("Form, purposes, passing on"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("state"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("review_on"),
                FieldPanel("ends_note"),
            ],
            heading=_("From when until when"),
        ),
        FieldPanel("terms"),
        RowsPanel("classes", label=_("class"), heading=_("Classes of sensitivity"), help_text=CLASSES, classname=MORE),
        RowsPanel("sources", label=_("source"), heading=_("Sources"), classname=MORE),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
        keeping_true(),
    ]
)
