"""What search, lists, pages and tests know of flows: the one table of their fields."""

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import Dates, RecordEnd, RecordField, RowFact, Weight
from portal.records.from_to import between, from_to
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.platforms.models import FlowPage

THROUGH = RecordEnd("through", _("goes through"), _("carries"), Zone.DETAILS)
OUT_OF = RecordEnd("holding", _("comes out of"), _("is given in"), Zone.DETAILS)


def row(page):
    """The RowFacts of a flow; empty ones are left out."""
    facts = (
        _from_to(page),
        RowFact(_("Data"), enumerated(kind.label for kind in page.data_kinds.all())),
        RowFact(_("State"), page.state.label if page.state else ""),
        RowFact(_("How often"), page.frequency.label if page.frequency else "", Zone.DETAILS),
        RowFact(_("Last confirmed"), date_format(page.reviewed_on, "F Y") if page.reviewed_on else ""),
        RowFact(_("As of"), str(page.as_of or ""), Zone.DETAILS),
    )
    return [fact for fact in facts if fact.text]


def _from_to(page):
    giver = page.giver.short_name if page.giver else page.giver_note
    taker = page.taker.short_name if page.taker else page.taker_note
    givers, takers = ([name] if name else [] for name in (giver, taker))
    return between([*givers, *takers]) if page.two_way else from_to(givers, takers)


def _card(name, label, weight=Weight.BODY, facet=""):
    return RecordField(name, label, Zone.CARD, weight, facet)


def _details(name, label, weight=Weight.BODY, facet="", read=None):
    return RecordField(name, label, Zone.DETAILS, weight, facet, read)


def _kinds_of_barriers(page):
    rows = list(page.barriers.all())
    prefetch_related_objects(rows, "kind")
    return [barrier.kind for barrier in rows]


FLOW = Kind(
    key="flow",
    prefix="FL",
    label=_("Data flow"),
    label_plural=_("Data flows"),
    icon="flow",
    model=FlowPage,
    index_path="flows",
    fields=(
        *shared_fields(data_kinds_zone=Zone.CARD),
        _card("giver", _("from"), facet="organisation"),
        _card("giver_note", _("from, in words")),
        _card("taker", _("to"), facet="organisation"),
        _card("taker_note", _("to, in words")),
        _card("two_way", _("both give to each other"), Weight.NONE),
        _card("state", _("state"), facet="state"),
        _details("state_note", _("about the state")),
        _details("as_of", _("as of"), Weight.NONE),
        _details("through", _("through which platform"), Weight.NONE, "platform"),
        _details("holding", _("out of which data holding"), Weight.NONE),
        _details("method", _("method")),
        _details("join_keys", _("joined by")),
        _details("standards", _("standards"), facet="standard"),
        _details("frequency", _("how often")),
        _details("frequency_note", _("how often, in words")),
        _details("technical_note", _("technical side")),
        _details("institutional_note", _("institutional side")),
        _details("authority", _("who allows it")),
        _details("barriers", _("barriers")),
        _details("barrier_kinds", _("barriers"), Weight.NONE, "barrier", _kinds_of_barriers),
    ),
    ends=(THROUGH, OUT_OF),
    row=row,
    not_in_table=NOT_IN_TABLE,
    dates=Dates("as_of", "as_of"),
)
