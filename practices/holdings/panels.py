"""The form of a data holding, in the order in which it is asked for: what, whose, how fine, who may get it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput

from portal.records.panels import ROLES_IN_SHARING, keeping_true, record_form
from portal.records.term_fields import RowsPanel
from practices.holdings.forms import HoldingForm, LadderPanel

TITLE = _("What it is and where, for example “Database of explosive ordnance victims of Exampleland”.")
ORGANISATIONS = _(
    "Who owns the data, who keeps them, whom to ask: often not the same. Owner is who has the right to release them."
)
LADDER = _(
    "For each part of the data and each audience the finest form that may go there. Left empty, the usual proposal is "
    "put here when you save; it stays a proposal until you tick that the owner stated it."
)
USES = _("For which decisions of which other sector these data are useful.")
SOURCES = _("Pages or reports in which the owner describes the data.")
LINKS = _("Cases that used these data, needs that they meet.")
CONSENT = _("Listing rests on consent or on what the owner has published. Nothing is listed against the owner's will.")
MORE = "collapsed"


def _rows_of(*names):
    return FieldRowPanel([FieldPanel(name) for name in names])


WHAT = [
    FieldPanel("title", help_text=TITLE),
    FieldPanel("summary", widget=AdminAutoHeightTextInput),
    RowsPanel(
        "organisations",
        label=_("organisation"),
        heading=_("Owner, keeper, contact"),
        help_text=ORGANISATIONS,
        offered=ROLES_IN_SHARING,
    ),
    FieldPanel("owner_note"),
    MultiFieldPanel(
        [
            FieldPanel("data_kinds"),
            FieldPanel("data_note"),
            FieldPanel("sectors"),
            FieldPanel("countries"),
            FieldPanel("coverage"),
        ],
        heading=_("What and where"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("finest_level"),
            FieldPanel("level_note"),
            _rows_of("from_year", "to_year"),
            FieldPanel("period_note"),
            FieldPanel("unit_of_record"),
            FieldPanel("record_count"),
            FieldPanel("collection_method"),
        ],
        heading=_("How fine, from when, how many"),
    ),
    MultiFieldPanel(
        [FieldPanel("update_frequency"), FieldPanel("frequency_note"), FieldPanel("last_updated_on")],
        heading=_("How fresh"),
    ),
]
WHOSE = [
    MultiFieldPanel(
        [
            FieldPanel("basis"),
            FieldPanel("owner_consent"),
            _rows_of("owner_consent_on", "owner_consent_until"),
            FieldPanel("owner_consent_by"),
        ],
        heading=_("May it be listed?"),
        help_text=CONSENT,
    ),
    MultiFieldPanel(
        [
            FieldPanel("data_sensitivity"),
            FieldPanel("assessed_why"),
            _rows_of("assessed_by", "assessed_on"),
            _rows_of("contains_personal_data", "contains_exact_locations"),
        ],
        heading=_("How sensitive are the data?"),
    ),
]
SHARING = [
    LadderPanel("ladder", label=_("step"), heading=_("Sharing ladder"), help_text=LADDER),
    MultiFieldPanel(
        [
            FieldPanel("access_method"),
            FieldPanel("other_access_methods"),
            FieldPanel("access_note"),
            FieldPanel("required_agreement"),
            FieldPanel("request_address"),
            FieldPanel("usual_answer_days"),
            FieldPanel("data_licence"),
            FieldPanel("licence_note"),
            FieldPanel("data_url"),
        ],
        heading=_("How to get it"),
    ),
    RowsPanel("uses", label=_("use"), heading=_("Useful for"), help_text=USES),
]
MORE_ABOUT = [
    MultiFieldPanel(
        [FieldPanel("known_quality"), FieldPanel("not_to_be_used_for")], heading=_("Quality and limits"), classname=MORE
    ),
    MultiFieldPanel(
        [
            FieldPanel("platform"),
            FieldPanel("platform_note"),
            FieldPanel("formats"),
            FieldPanel("data_languages"),
            FieldPanel("standards"),
            FieldPanel("standards_note"),
            _rows_of("has_pcodes", "by_sex"),
            _rows_of("by_age", "by_disability"),
        ],
        heading=_("Where kept and in which form"),
        classname=MORE,
    ),
    RowsPanel("sources", label=_("source"), heading=_("Sources"), help_text=SOURCES),
    RowsPanel("links", label=_("link"), heading=_("Links to other entries"), help_text=LINKS, classname=MORE),
    MultiFieldPanel([FieldPanel("successor")], heading=_("Replaced"), classname=MORE),
    keeping_true(),
]
HOLDING_FORM = record_form(
    [*WHAT, *WHOSE, *SHARING, *MORE_ABOUT], form_class=HoldingForm, access=[FieldPanel("text_confirmed")]
)
