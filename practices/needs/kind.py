"""What search, lists, pages and tests know of data needs: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.records.fields import Dates, RecordEnd, Weight, card, details
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.needs.models import DataNeedPage
from practices.needs.offering import first_words
from practices.needs.row import row
from practices.needs.short_form import SHORT
from practices.needs.states import not_asked


def _if_set(name):
    """Reads a tick: what nobody ticked is nothing that the need says."""
    return lambda page: getattr(page, name) or None


NEED = Kind(
    key="need",
    prefix="DN",
    label=_("Data need"),
    label_plural=_("Data needs"),
    icon="need",
    model=DataNeedPage,
    index_path="needs",
    fields=(
        *shared_fields(data_kinds_zone=Zone.CARD, owner=_("owner of this text"), custodian=_("text kept by")),
        card("state", _("state"), Weight.BODY, "state"),
        details("asked_by_types", _("asked by these kinds of organisation"), facet="organisation_type"),
        details("asked_by_note", _("asked by, in words")),
        details("decision", _("decision that it is for"), facet="decision"),
        details("other_decisions", _("further decisions that it is for"), facet="decision"),
        details("decision_note", _("the decision in a sentence"), Weight.SUMMARY),
        details("coarsest_level", _("coarsest form that helps"), Weight.NONE),
        details("coarsest_note", _("coarsest form, in words")),
        details("frequency", _("how often"), Weight.NONE),
        details("frequency_note", _("how often, in words")),
        details("years", _("years that the data must cover"), Weight.NONE),
        details("from_year", _("data from year"), Weight.NONE),
        details("to_year", _("data to year"), Weight.NONE),
        details("needed_by", _("needed by"), Weight.NONE),
        details("by_sex", _("by sex"), Weight.NONE, read=_if_set("by_sex")),
        details("by_age", _("by age"), Weight.NONE, read=_if_set("by_age")),
        details("by_disability", _("by disability"), Weight.NONE, read=_if_set("by_disability")),
        details("disaggregation", _("figures apart"), Weight.NONE),
        details("urgency", _("urgency"), Weight.NONE),
        details("refused_reason", _("why it was refused")),
        details("state_note", _("about the state")),
        details("met_by", _("what meets it")),
        details("what_was_tried", _("what was tried")),
    ),
    ends=(RecordEnd("met_by.target", _("is met by"), _("meets"), Zone.DETAILS),),
    row=row,
    not_in_table=NOT_IN_TABLE,
    not_asked=not_asked,
    short=SHORT,
    first_words=first_words,
    dates=Dates("from_year", "to_year"),
)
