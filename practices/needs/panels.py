"""The form of a need, in the order in which it is read: what, for what, where, how fine, who, what came of it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_IN_SHARING, keeping_true, record_form
from portal.records.term_fields import RowsPanel
from practices.needs.forms import NeedForm

TITLE = _("Which data, in a few words, for example “Health facilities that treat blast injuries, by district”.")
ASKED_BY = _("Each organisation that asks, with the part “Data user”. Others can be kinds of organisation, below.")
ANSWERS = _("Data holdings or flows that give it, or words where they are not listed here.")
SOURCES = _("Where the need was voiced, for example the report of a workshop.")
MORE = "collapsed"

NEED_FORM = record_form(
    [
        FieldPanel("title", help_text=TITLE),
        FieldPanel("summary", widget=AdminAutoHeightTextInput),
        FieldPanel("data_kinds"),
        MultiFieldPanel(
            [FieldPanel("decision"), FieldPanel("decision_note"), FieldPanel("other_decisions")],
            heading=_("Decision that it is for"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("countries"),
                FieldPanel("coverage"),
                FieldPanel("coarsest_level"),
                FieldPanel("coarsest_note"),
            ],
            heading=_("Where, and how fine at the least"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("frequency"),
                FieldPanel("frequency_note"),
                FieldPanel("needed_by"),
                FieldPanel("urgency"),
                FieldRowPanel([FieldPanel("from_year"), FieldPanel("to_year")]),
                FieldRowPanel([FieldPanel("by_sex"), FieldPanel("by_age"), FieldPanel("by_disability")]),
            ],
            heading=_("How often, by when, in which detail"),
        ),
        RowsPanel(
            "organisations",
            label=_("organisation"),
            heading=_("Asked by"),
            help_text=ASKED_BY,
            offered=ROLES_IN_SHARING,
        ),
        MultiFieldPanel(
            [FieldPanel("asked_by_types"), FieldPanel("asked_by_note"), FieldPanel("sectors")],
            heading=_("Asked by which kind of organisation"),
        ),
        MultiFieldPanel(
            [FieldPanel("state"), FieldPanel("refused_reason"), FieldPanel("state_note")], heading=_("What came of it")
        ),
        RowsPanel("met_by", label=_("answer"), heading=_("What meets it"), help_text=ANSWERS, classname=MORE),
        FieldPanel("what_was_tried"),
        RowsPanel("links", label=_("link"), heading=_("Links to other entries"), classname=MORE),
        RowsPanel("sources", label=_("source"), heading=_("Sources"), help_text=SOURCES, classname=MORE),
        keeping_true(),
    ],
    form_class=NeedForm,
)
