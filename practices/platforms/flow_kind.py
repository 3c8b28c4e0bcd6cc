"""What search, lists, pages and tests know of flows: the one table of their fields."""

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from portal.access.enums import Zone
from portal.core.languages import enumerated
from portal.records.fields import Dates, RecordEnd, RowFact, Weight, card, details
from portal.records.from_to import between, from_to
from portal.records.registry import Kind
from portal.records.tables import NOT_IN_TABLE, shared_fields
from practices.platforms.models import FlowPage
from practices.platforms.short_forms import FLOW_SHORT

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
    usual_words=150,
    model=FlowPage,
    index_path="flows",
    fields=(
        *shared_fields(data_kinds_zone=Zone.CARD),
        card("giver", _("from"), Weight.BODY, facet="organisation"),
        card("giver_note", _("from, in words"), Weight.BODY),
        card("taker", _("to"), Weight.BODY, facet="organisation"),
        card("taker_note", _("to, in words"), Weight.BODY),
        card("two_way", _("both give to each other"), Weight.NONE),
        card("state", _("state"), Weight.BODY, facet="state"),
        details("state_note", _("about the state")),
        details("as_of", _("as of"), Weight.NONE),
        details("through", _("through which platform"), Weight.NONE, "platform"),
        details("holding", _("out of which data holding"), Weight.NONE),
        details("method", _("method")),
        details("join_keys", _("joined by")),
        details("standards", _("standards"), facet="standard"),
        details("frequency", _("how often")),
        details("frequency_note", _("how often, in words")),
        details("technical_note", _("technical side")),
        details("institutional_note", _("institutional side")),
        details("authority", _("who allows it")),
        details("barriers", _("barriers")),
        details("barrier_kinds", _("barriers"), Weight.NONE, "barrier", _kinds_of_barriers),
    ),
    ends=(THROUGH, OUT_OF),
    row=row,
    not_in_table=NOT_IN_TABLE,
    short=FLOW_SHORT,
    dates=Dates("as_of", "as_of"),
)
