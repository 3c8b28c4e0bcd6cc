"""What search, lists, pages and tests know of data holdings: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, Zone
from portal.records.fields import Dates, RecordEnd, Weight, card, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.holdings.models import DataHoldingPage
from practices.holdings.reading import (
    choice,
    data_owners,
    decisions_of,
    public_form,
    shared_with,
    usual_public_form,
    yes_no,
)
from practices.holdings.row import row
from practices.holdings.short_form import SHORT
from practices.holdings.structured import dataset_of

SHARED = shared_fields(data_kinds_zone=Zone.CARD, owner=_("owner of this text"), custodian=_("text kept by"))
ON_CARD = (
    card("years", _("period covered")),
    card("from_year", _("from year")),
    card("to_year", _("to year")),
    card("public_form", _("finest form for everyone"), read=public_form),
    card("usual_public_form", _("usual form for everyone (proposal)"), read=usual_public_form),
    card("access_method", _("how to get it"), Weight.BODY, "access_method"),
    card("required_agreement", _("agreement needed"), Weight.BODY),
    card("update_frequency", _("how often updated")),
    card("last_updated_on", _("last update of the data")),
    card("data_owner", _("owner of the data"), read=data_owners),
    card("owner_note", _("owner, in words"), Weight.BODY),
    card("basis", _("basis to list"), read=choice("basis")),
    card("owner_consent", _("consent of the owner"), read=choice("owner_consent")),
    card("data_sensitivity", _("sensitivity of the data")),
)
IN_DETAILS = (
    details("data_note", _("further data, in words")),
    details("finest_level", _("finest geography held")),
    details("level_note", _("about the geography")),
    details("period_note", _("about the period")),
    details("unit_of_record", _("unit of record")),
    details("record_count", _("number of units"), Weight.NONE, read=choice("record_count")),
    details("collection_method", _("how the data were collected")),
    details("frequency_note", _("about the updates")),
    details("platform", _("kept on"), Weight.NONE, "platform"),
    details("platform_note", _("kept on")),
    details("formats", _("formats")),
    details("data_languages", _("languages of the data")),
    details("standards", _("standards"), facet="standard"),
    details("standards_note", _("further standards, in words")),
    details("has_pcodes", _("has P-codes"), Weight.NONE, read=yes_no("has_pcodes")),
    details("by_sex", _("by sex"), Weight.NONE, read=yes_no("by_sex")),
    details("by_age", _("by age"), Weight.NONE, read=yes_no("by_age")),
    details("by_disability", _("by disability"), Weight.NONE, read=yes_no("by_disability")),
    details("known_quality", _("known quality")),
    details("not_to_be_used_for", _("not to be used for")),
    details("successor", _("replaced by"), Weight.NONE),
    details("owner_consent_on", _("asked or answered on"), Weight.NONE),
    details("owner_consent_by", _("who answered")),
    details("owner_consent_until", _("consent holds until"), Weight.NONE),
    details("assessed_by", _("assessed by")),
    details("assessed_on", _("assessed on"), Weight.NONE),
    details("assessed_why", _("why this sensitivity")),
    details("contains_personal_data", _("contains personal data"), Weight.NONE, read=yes_no("contains_personal_data")),
    details(
        "contains_exact_locations", _("contains exact places"), Weight.NONE, read=yes_no("contains_exact_locations")
    ),
    details("ladder", _("sharing ladder")),
    details("audiences", _("shared with"), Weight.NONE, "audience", shared_with),
    details("other_access_methods", _("further ways to get it"), facet="access_method"),
    details("access_note", _("about access")),
    details("request_address", _("where to ask")),
    details("usual_answer_days", _("usual time of an answer, in days"), Weight.NONE),
    details("data_licence", _("licence of the data")),
    details("licence_note", _("about the licence")),
    details("data_url", _("address of the data"), Weight.NONE),
    details("uses", _("useful for")),
    details("decisions", _("decision"), Weight.NONE, "decision", decisions_of),
)
HOLDING = Kind(
    key="holding",
    prefix="DH",
    label=_("Data holding"),
    label_plural=_("Data holdings"),
    icon="holding",
    usual_words=350,
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
    short=SHORT,
    schema_type="Dataset",
    told_to_programs=dataset_of,
    dates=Dates("from_year", "to_year"),
)
