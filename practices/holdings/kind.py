"""What search, lists, pages and tests know of data holdings: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, Zone
from portal.records.fields import Dates, RecordEnd, RecordField, Weight
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.holdings.models import DataHoldingPage
from practices.holdings.reading import audiences_of, choice, decisions_of, public_form, usual_public_form, yes_no
from practices.holdings.row import row


def _card(name, label, weight=Weight.NONE, facet="", read=None):
    return RecordField(name, label, Zone.CARD, weight, facet, read)


def _details(name, label, weight=Weight.BODY, facet="", read=None):
    return RecordField(name, label, Zone.DETAILS, weight, facet, read)


SHARED = shared_fields(data_kinds_zone=Zone.CARD, owner=_("owner of this text"), custodian=_("text kept by"))
ON_CARD = (
    _card("years", _("period covered")),
    _card("from_year", _("from year")),
    _card("to_year", _("to year")),
    _card("public_form", _("finest form for everyone"), read=public_form),
    _card("usual_public_form", _("usual form for everyone (proposal)"), read=usual_public_form),
    _card("access_method", _("how to get it"), Weight.BODY, "access_method"),
    _card("required_agreement", _("agreement needed"), Weight.BODY),
    _card("update_frequency", _("updated")),
    _card("last_updated_on", _("last update of the data")),
    _card("owner_note", _("owner, in words"), Weight.BODY),
    _card("basis", _("basis to list"), read=choice("basis")),
    _card("owner_consent", _("consent of the owner"), read=choice("owner_consent")),
    _card("data_sensitivity", _("sensitivity of the data")),
)
IN_DETAILS = (
    _details("data_note", _("further data, in words")),
    _details("finest_level", _("finest geography held")),
    _details("level_note", _("about the geography")),
    _details("period_note", _("about the period")),
    _details("unit_of_record", _("unit of record")),
    _details("record_count", _("number of units"), Weight.NONE, read=choice("record_count")),
    _details("collection_method", _("how the data were collected")),
    _details("frequency_note", _("about the updates")),
    _details("platform", _("kept on"), Weight.NONE, "platform"),
    _details("platform_note", _("kept on")),
    _details("formats", _("formats")),
    _details("data_languages", _("languages of the data")),
    _details("standards", _("standards"), facet="standard"),
    _details("standards_note", _("further standards, in words")),
    _details("has_pcodes", _("has P-codes"), Weight.NONE, read=yes_no("has_pcodes")),
    _details("by_sex", _("by sex"), Weight.NONE, read=yes_no("by_sex")),
    _details("by_age", _("by age"), Weight.NONE, read=yes_no("by_age")),
    _details("by_disability", _("by disability"), Weight.NONE, read=yes_no("by_disability")),
    _details("known_quality", _("known quality")),
    _details("not_to_be_used_for", _("not to be used for")),
    _details("successor", _("replaced by"), Weight.NONE),
    _details("owner_consent_on", _("asked or answered on"), Weight.NONE),
    _details("owner_consent_by", _("who answered")),
    _details("owner_consent_until", _("consent holds until"), Weight.NONE),
    _details("assessed_by", _("assessed by")),
    _details("assessed_on", _("assessed on"), Weight.NONE),
    _details("assessed_why", _("why this sensitivity")),
    _details("contains_personal_data", _("contains personal data"), Weight.NONE, read=yes_no("contains_personal_data")),
    _details(
        "contains_exact_locations", _("contains exact places"), Weight.NONE, read=yes_no("contains_exact_locations")
    ),
    _details("ladder", _("sharing ladder")),
    _details("audiences", _("shared with"), Weight.NONE, "audience", audiences_of),
    _details("other_access_methods", _("further ways to get it"), facet="access_method"),
    _details("access_note", _("about access")),
    _details("request_address", _("where to ask")),
    _details("usual_answer_days", _("usual time of an answer, in days"), Weight.NONE),
    _details("data_licence", _("licence of the data")),
    _details("licence_note", _("about the licence")),
    _details("data_url", _("address of the data"), Weight.NONE),
    _details("uses", _("useful for")),
    _details("decisions", _("decision"), Weight.NONE, "decision", decisions_of),
)
HOLDING = Kind(
    key="holding",
    prefix="DH",
    label=_("Data holding"),
    label_plural=_("Data holdings"),
    icon="holding",
    model=DataHoldingPage,
    index_path="holdings",
    fields=(*SHARED, *ON_CARD, *IN_DETAILS),
    ends=(
        RecordEnd("platform", _("is kept on"), _("keeps"), Zone.DETAILS),
        RecordEnd("successor", _("is replaced by"), _("replaces"), Zone.DETAILS),
    ),
    row=row,
    listed_to=Level.OWNER,
    details_to=Level.OWNER,
    not_in_table=NOT_IN_TABLE,
    dates=Dates("from_year", "to_year"),
)
