"""The form of a platform: what it holds and how one gets in first, then its limits and bridges."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("The name by which its users know it, for example “IMSMA Core”.")
LIMITS = _("What users report, one a line, each with its kind, who says so, where and when.")
BRIDGES = _("One line for each other platform and direction, ideas too.")
ORGANISATIONS = _("Who runs it and who works with them. The owner of the data inside may be somebody else.")
LINKS = _("Cases that use it, and what replaces it.")
ROLES = {"role": {"key__in": ["host", "partner", "data_owner", "data_custodian", "data_manager", "technical_support"]}}
MORE = "collapsed"

PLATFORM_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        FieldPanel("holds"),
        MultiFieldPanel(
            [FieldPanel("access_method"), FieldPanel("other_access_methods"), FieldPanel("access_note")],
            heading=_("How to get in"),
        ),
        MultiFieldPanel(
            [FieldPanel("formats"), FieldPanel("formats_note"), FieldPanel("api"), FieldPanel("website")],
            heading=_("How data come out"),
        ),
        RowsPanel("limitations", label=_("limit"), heading=_("Limits, as reported"), help_text=LIMITS),
        RowsPanel("bridges", label=_("bridge"), heading=_("Bridges to other platforms"), help_text=BRIDGES),
        RowsPanel(
            "organisations",
            label=_("organisation"),
            heading=_("Who runs it"),
            help_text=ORGANISATIONS,
            offered=ROLES,
        ),
        FieldPanel("owner_note"),
        MultiFieldPanel(
            [
                FieldPanel("family"),
                FieldPanel("data_kinds"),
                FieldPanel("sectors"),
                FieldRowPanel([FieldPanel("countries"), FieldPanel("coverage")]),
            ],
            heading=_("Whom and where it concerns"),
        ),
        RowsPanel("sources", label=_("source"), heading=_("Sources")),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
        keeping_true(),
    ]
)
