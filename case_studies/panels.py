"""The form of a case study, in the order of its story: the snapshot of ten minutes first, the full study after it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_IN_SHARING, keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("What was shared, and what for, for example “Clearance reports open schools again in Borno”.")
ORGANISATIONS = _(
    "Each organisation with its part: who gave data, who used them, who brought them together. "
    "One that is missing here can be added where you choose it."
)
EXCHANGES = _("One line for each kind of data and direction, for example “Hazard polygons, from the centre to OCHA”.")
LESSONS = _("One sentence each, that others understand without the rest. Lessons are found on their own.")
BARRIERS = _("What stood in the way, and how it was overcome. Readers look for cases by their barrier.")
FIGURES = _("Only figures that have a source.")
SOURCES = _("Reports, pages or data that the facts come from.")
LINKS = _("Practices that this shows, other cases of the same exchange.")
MORE = "collapsed"

SNAPSHOT = [
    FieldPanel("title", help_text=TITLE),
    FieldPanel("summary", widget=AdminAutoHeightTextInput),
    MultiFieldPanel(
        [
            FieldPanel("countries"),
            FieldPanel("coverage"),
            FieldPanel("place"),
            FieldRowPanel([FieldPanel("from_year"), FieldPanel("to_year")]),
            FieldPanel("sectors"),
        ],
        heading=_("Where, when and for which sectors"),
    ),
    RowsPanel(
        "organisations",
        label=_("organisation"),
        heading=_("Who took part"),
        help_text=ORGANISATIONS,
        offered=ROLES_IN_SHARING,
    ),
    RowsPanel(
        "other_parties",
        label=_("party"),
        heading=_("Who else took part, without a name"),
        offered=ROLES_IN_SHARING,
        classname=MORE,
    ),
    RowsPanel("exchanges", label=_("exchange"), heading=_("What was exchanged"), help_text=EXCHANGES),
    FieldPanel("data_kinds"),
    MultiFieldPanel(
        [
            FieldPanel("question"),
            FieldPanel("decision"),
            FieldPanel("other_decisions"),
            FieldPanel("decision_note"),
        ],
        heading=_("Decision that the data served"),
    ),
    MultiFieldPanel([FieldPanel("challenge"), FieldPanel("what_was_done")], heading=_("What was done")),
    MultiFieldPanel(
        [FieldPanel("results"), FieldPanel("protection_outcome"), FieldPanel("evidence")], heading=_("What came of it")
    ),
    RowsPanel("lessons", label=_("lesson"), heading=_("Lessons"), help_text=LESSONS),
    RowsPanel("barriers", label=_("barrier"), heading=_("Barriers"), help_text=BARRIERS),
]
FULL_STUDY = [
    RowsPanel("enabling_factors", label=_("enabling factor"), heading=_("What helped"), classname=MORE),
    MultiFieldPanel(
        [
            FieldPanel("technical_arrangement"),
            FieldPanel("platforms_named"),
            FieldPanel("standards"),
            FieldPanel("standards_note"),
            FieldPanel("institutional_arrangement"),
            FieldPanel("sensitivity_handling"),
        ],
        heading=_("How it worked"),
        classname=MORE,
    ),
    MultiFieldPanel(
        [FieldPanel("context"), FieldPanel("phase"), FieldPanel("what_failed"), FieldPanel("would_it_transfer")],
        heading=_("More of the story"),
        classname=MORE,
    ),
    RowsPanel("figures", label=_("figure"), heading=_("Figures"), help_text=FIGURES, classname=MORE),
    RowsPanel("sources", label=_("source"), heading=_("Sources"), help_text=SOURCES),
    RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
    MultiFieldPanel([FieldPanel("persons_consented"), FieldPanel("owner_consented")], heading=_("Consent")),
    keeping_true(),
]
CASE_STUDY_FORM = record_form([*SNAPSHOT, *FULL_STUDY])
