"""What search, lists, pages and tests know of agreements: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Level, Zone
from portal.records.fields import RecordEnd, Weight, card, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.agreements.enums import AgreementState, OnwardSharing
from practices.agreements.models import AgreementPage
from practices.agreements.row import row
from practices.agreements.short_form import SHORT

COVERS = RecordEnd("holdings.holding", _("covers"), _("is covered by"), Zone.DETAILS)


def _onward(page):
    """Whether data may be passed on, in words; "" where nobody said."""
    return "" if page.onward == OnwardSharing.NOT_SAID else str(OnwardSharing(page.onward).label)


def _not_asked(page):
    """What a text that is not signed yet need not say, and what is of protocols alone."""
    drafting = ("starts_on", "ends_on", "reference") if page.state == AgreementState.DRAFTING else ()
    return (*drafting, "onward_note", "ends_note", *(() if page.is_protocol else ("classes",)))


AGREEMENT = Kind(
    key="agreement",
    prefix="AG",
    label=_("Agreement"),
    label_plural=_("Agreements"),
    icon="agreement",
    usual_words=250,
    model=AgreementPage,
    index_path="agreements",
    fields=(
        *shared_fields(owner=_("owner of this text"), custodian=_("text kept by")),
        card("agreement_kind", _("kind of agreement"), Weight.BODY, facet="agreement"),
        card("state", _("state"), Weight.NONE, "state", lambda page: page.standing),
        card("starts_on", _("begins on")),
        card("ends_on", _("ends on")),
        details("terms", _("what it says"), Weight.SUMMARY),
        details("finest_form", _("finest form")),
        details("purposes", _("purposes"), facet="decision"),
        details("onward", _("may data be passed on?"), Weight.NONE, read=_onward),
        details("onward_note", _("about passing on")),
        details("review_on", _("to be reviewed on"), Weight.NONE),
        details("ends_note", _("about its end")),
        details("reference", _("reference")),
        details("holdings", _("data that it covers")),
        details("classes", _("classes of sensitivity")),
    ),
    ends=(COVERS,),
    row=row,
    listed_to=Level.NAMED,
    details_to=Level.NAMED,
    not_in_table=NOT_IN_TABLE,
    not_asked=_not_asked,
    short=SHORT,
)
