"""The form of a practice, in the order in which it is read."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_IN_SHARING, keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("What to do, beginning with a verb, for example “Agree on P-codes before the first survey”.")
STEPS = _("In the order in which they are done; one thing each.")
PROOF = _("A case that shows it says so itself, with “is evidence for”: how well it is proven follows from those.")
FILES = _("Letters, forms or tables to start from. No file with data of a real operation.")
MORE = "collapsed"

PRACTICE_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        MultiFieldPanel(
            [FieldPanel("problem"), FieldPanel("when_to_use"), FieldPanel("when_not")], heading=_("When to use it")
        ),
        RowsPanel("steps", label=_("step"), heading=_("Steps"), help_text=STEPS),
        RowsPanel("risks", label=_("risk"), heading=_("Risks")),
        FieldPanel("safeguards"),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=PROOF),
        MultiFieldPanel(
            [
                FieldPanel("answers_barriers"),
                FieldPanel("standards"),
                FieldPanel("standards_note"),
                FieldPanel("data_kinds"),
            ],
            heading=_("What it works with"),
        ),
        MultiFieldPanel(
            [FieldPanel("sectors"), FieldPanel("countries"), FieldPanel("coverage")],
            heading=_("Whom and where it concerns"),
        ),
        RowsPanel("preconditions", label=_("precondition"), heading=_("Before you begin"), classname=MORE),
        MultiFieldPanel([FieldPanel("roles"), FieldPanel("effort")], heading=_("Who and how long"), classname=MORE),
        RowsPanel(
            "organisations",
            label=_("organisation"),
            heading=_("Who uses it"),
            offered=ROLES_IN_SHARING,
            classname=MORE,
        ),
        RowsPanel("templates", label=_("file"), heading=_("Templates to download"), help_text=FILES, classname=MORE),
        RowsPanel("sources", label=_("source"), heading=_("Sources")),
        keeping_true(),
    ]
)
