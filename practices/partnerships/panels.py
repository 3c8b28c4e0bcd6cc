"""The form of an idea, in the order in which it is read: what, for what, who with, what is missing, which steps."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_IN_SHARING, keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("What would be done together, for example “One form for surveys that schools ask for”.")
PARTNERS = _("Each organisation that you would like to have with you: it is invited, and answers for itself.")
JOINS = _("The needs, data and flows that the idea would bring together, one a line.")
STEPS = _("The first steps, each with the organisation that does it and a date.")
RISKS = _("What could go wrong, one a line.")
LINKS = _("Practices that it builds on, similar ideas, what came of it.")
MORE = "collapsed"
LOOKING_FOR = [f"wants_{name}" for name in ("data", "partner", "consent", "funding", "skills")]

IDEA_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("problem", "idea", "what_would_change", "what_for")], heading=_("The idea")
        ),
        MultiFieldPanel(
            [FieldPanel("countries"), FieldPanel("coverage"), FieldPanel("sectors"), FieldPanel("data_kinds")],
            heading=_("Where, and which sectors and data"),
        ),
        RowsPanel("joins", label=_("entry"), heading=_("What it would join"), help_text=JOINS),
        RowsPanel(
            "organisations",
            label=_("partner"),
            heading=_("Partners sought"),
            help_text=PARTNERS,
            offered=ROLES_IN_SHARING,
        ),
        MultiFieldPanel([FieldPanel("partner_types"), FieldPanel("partners_note")], heading=_("Other partners sought")),
        MultiFieldPanel([FieldPanel(name) for name in LOOKING_FOR], heading=_("Looking for")),
        RowsPanel("steps", label=_("step"), heading=_("First steps"), help_text=STEPS),
        RowsPanel("risks", label=_("risk"), heading=_("Risks"), help_text=RISKS, classname=MORE),
        MultiFieldPanel(
            [FieldPanel("resources"), FieldPanel("how_known"), FieldPanel("ripeness")],
            heading=_("What it takes, and how one would know"),
        ),
        MultiFieldPanel(
            [FieldPanel("born_event"), FieldPanel("is_illustrative")], heading=_("Where it comes from"), classname=MORE
        ),
        RowsPanel("sources", label=_("source"), heading=_("Sources"), classname=MORE),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
        keeping_true(),
    ]
)
