"""The form of a flow: from whom to whom, which data and in which state first; how and under what after it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_IN_SHARING, keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("Who gives what to whom, for example “Mine action centre to OCHA: hazard counts by district”.")
BARRIERS = _("What stands in the way now, one kind a line.")
ORGANISATIONS = _("Who else has a part in it, for example who brings the two together.")
LINKS = _("Cases that tell of it, and what came before it.")
MORE = "collapsed"

FLOW_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        MultiFieldPanel(
            [
                FieldPanel("giver"),
                FieldPanel("giver_note"),
                FieldPanel("taker"),
                FieldPanel("taker_note"),
                FieldPanel("two_way"),
            ],
            heading=_("From whom to whom"),
        ),
        FieldPanel("data_kinds"),
        MultiFieldPanel([FieldPanel("state"), FieldPanel("state_note"), FieldPanel("as_of")], heading=_("State")),
        MultiFieldPanel(
            [
                FieldPanel("method"),
                FieldPanel("through"),
                FieldPanel("holding"),
                FieldRowPanel([FieldPanel("frequency"), FieldPanel("frequency_note")]),
                FieldPanel("join_keys"),
                FieldPanel("standards"),
                FieldPanel("technical_note"),
            ],
            heading=_("How the data go"),
        ),
        MultiFieldPanel([FieldPanel("institutional_note"), FieldPanel("authority")], heading=_("Under what")),
        RowsPanel("barriers", label=_("barrier"), heading=_("Barriers"), help_text=BARRIERS),
        MultiFieldPanel(
            [FieldPanel("countries"), FieldPanel("coverage"), FieldPanel("sectors")],
            heading=_("Whom and where it concerns"),
        ),
        RowsPanel(
            "organisations",
            label=_("organisation"),
            heading=_("Who else takes part"),
            help_text=ORGANISATIONS,
            offered=ROLES_IN_SHARING,
            classname=MORE,
        ),
        RowsPanel("sources", label=_("source"), heading=_("Sources")),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
        keeping_true(),
    ]
)
