"""The form of an event: what, when, where and what for first; its programme, and what belongs to it, after it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_AT_EVENTS, keeping_true, record_form
from portal.records.term_fields import RowsPanel

TITLE = _("What it is called, for example “Workshop on data sharing between mine action and other sectors”.")
HOSTS = _("Who organises, hosts and facilitates it. Those who do can run it here.")
INVITED = _("One line for those who are invited together, in words, and the sectors that this means.")
SESSIONS = _("One after the other. Where no time is known yet, the part of the day is enough.")
CONTRIBUTIONS = _("Talks, papers, recordings. A session that is new can be chosen once it is saved.")
QUESTIONS = _("What it is to answer. Afterwards the answers stand beside them.")
FOLLOWS = _("The next event of a series takes over what is open from the one before it.")
LINKS = _("Cases, practices and needs that it is about.")
MORE = "collapsed"

EVENT_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        MultiFieldPanel(
            [
                FieldPanel("event_format"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("time_zone"),
                FieldPanel("mode"),
                FieldPanel("place"),
                FieldPanel("online_url"),
            ],
            heading=_("What, when and where"),
        ),
        RowsPanel(
            "organisations", label=_("organisation"), heading=_("Hosts"), help_text=HOSTS, offered=ROLES_AT_EVENTS
        ),
        MultiFieldPanel(
            [FieldPanel("aim"), FieldPanel("framework"), FieldPanel("introduction")], heading=_("What it is for")
        ),
        RowsPanel("objectives", label=_("objective"), heading=_("Objectives")),
        RowsPanel("key_questions", label=_("question"), heading=_("Key questions"), help_text=QUESTIONS),
        MultiFieldPanel(
            [FieldPanel("sectors"), FieldPanel("countries"), FieldPanel("coverage"), FieldPanel("data_kinds")],
            heading=_("Which sectors, countries and data it is about"),
        ),
        RowsPanel("invited_sectors", label=_("invited"), heading=_("Sectors invited"), help_text=INVITED),
        FieldPanel("audience"),
        RowsPanel("sessions", label=_("session"), heading=_("Programme"), help_text=SESSIONS),
        MultiFieldPanel([FieldPanel("programme_note"), FieldPanel("proceedings_title")], heading=_("About it")),
        RowsPanel(
            "contributions",
            label=_("contribution"),
            heading=_("Contributions and their materials"),
            help_text=CONTRIBUTIONS,
            classname=MORE,
        ),
        RowsPanel("useful_links", label=_("link"), heading=_("Useful links"), classname=MORE),
        MultiFieldPanel([FieldPanel("series"), FieldPanel("follows", help_text=FOLLOWS)], heading=_("Series")),
        RowsPanel("sources", label=_("source"), heading=_("Sources"), classname=MORE),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
        keeping_true(),
    ]
)
