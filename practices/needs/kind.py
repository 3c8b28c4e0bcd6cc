"""What search, lists, pages and tests know of data needs: the one table of their fields."""

from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.records.fields import Dates, RecordEnd, RecordField, Weight
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.needs.models import DataNeedPage
from practices.needs.offering import first_words
from practices.needs.row import row


def _details(name, label, weight=Weight.BODY, facet="", read=None):
    return RecordField(name, label, Zone.DETAILS, weight, facet, read=read)


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
        RecordField("state", _("state"), Zone.CARD, Weight.BODY, "state"),
        _details("asked_by_types", _("asked by these kinds of organisation"), facet="organisation_type"),
        _details("asked_by_note", _("asked by, in words")),
        _details("decision", _("decision that it is for"), facet="decision"),
        _details("other_decisions", _("further decisions that it is for"), facet="decision"),
        _details("decision_note", _("the decision in a sentence"), Weight.SUMMARY),
        _details("coarsest_level", _("coarsest form that helps"), Weight.NONE),
        _details("coarsest_note", _("coarsest form, in words")),
        _details("frequency", _("how often"), Weight.NONE),
        _details("frequency_note", _("how often, in words")),
        _details("years", _("years that the data must cover"), Weight.NONE),
        _details("from_year", _("data from year"), Weight.NONE),
        _details("to_year", _("data to year"), Weight.NONE),
        _details("needed_by", _("needed by"), Weight.NONE),
        _details("by_sex", _("by sex"), Weight.NONE, read=_if_set("by_sex")),
        _details("by_age", _("by age"), Weight.NONE, read=_if_set("by_age")),
        _details("by_disability", _("by disability"), Weight.NONE, read=_if_set("by_disability")),
        _details("disaggregation", _("figures apart"), Weight.NONE),
        _details("urgency", _("urgency"), Weight.NONE),
        _details("refused_reason", _("why it was refused")),
        _details("state_note", _("about the state")),
        _details("met_by", _("what meets it")),
        _details("what_was_tried", _("what was tried")),
    ),
    ends=(RecordEnd("met_by.target", _("is met by"), _("meets"), Zone.DETAILS),),
    row=row,
    not_in_table=NOT_IN_TABLE,
    first_words=first_words,
    dates=Dates("from_year", "to_year"),
)
