"""The flows as a table: sorted by a column, a page at a time."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.core.languages import in_alphabet, under_prefix
from portal.core.paging import pages_around
from portal.records.from_to import shortened
from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind, FlowState
from practices.exchange.asked import SORTS

PAGE_SIZE = 50
PART = "table"
in_order_of = lru_cache(maxsize=50_000)(in_alphabet)
"""The same words are sorted again at each visit."""
HEADINGS = dict(zip(SORTS, (_("From"), _("To"), _("Data"), _("State"), _("Last confirmed")), strict=True))


@dataclass(frozen=True)
class Side:
    """Who gives or takes: an organisation with its address, or words in a language."""

    text: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True)
class FlowRow:
    """A flow as the table prints it."""

    title: str
    url: str
    lang: str
    giver: Side | None
    taker: Side | None
    two_way: bool
    kinds: str
    state: str
    through: Any
    confirmed: date | None
    is_demo: bool


@dataclass(frozen=True)
class Heading:
    """A column to sort by: `direction` is "ascending", "descending" or "" where another sorts."""

    label: str
    url: str
    direction: str


@dataclass(frozen=True)
class Table:
    """One page of rows; the rest is what components/paging.html prints."""

    total: int
    headings: list[Heading]
    rows: list[FlowRow]
    keys: list
    page: int
    pages: list[tuple]
    previous_url: str
    next_url: str


def table_of(entries, ends, asked) -> Table:
    """The flows of the Entries, narrowed already; `ends` are the platforms that the reader may know of, by key."""
    flows = in_order(entries, asked.sort or SORTS[0])
    last = max(1, -(-len(flows) // PAGE_SIZE))
    page = min(asked.page, last)
    shown = flows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    return Table(
        total=len(flows),
        headings=[_heading(name, asked) for name in SORTS],
        rows=[_row(flow, entries, ends) for flow in shown],
        keys=[flow.key for flow in shown],
        page=page,
        pages=pages_around(page, last, lambda number: asked.url(page=number, part=PART)),
        previous_url=asked.url(page=page - 1, part=PART) if page > 1 else "",
        next_url=asked.url(page=page + 1, part=PART) if page < last else "",
    )


def in_order(entries, sort):
    """All flows, sorted by the column; what a flow does not say stands last, either way."""
    name, descending = sort.removeprefix("-"), sort.startswith("-")
    keys = {flow.key: _key(name, flow, entries) for flow in entries.flows}
    flows = sorted(entries.flows, key=lambda flow: (in_order_of(flow.title), flow.slug))
    known = [flow for flow in flows if keys[flow.key] != ""]
    unknown = [flow for flow in flows if keys[flow.key] == ""]
    return [*sorted(known, key=lambda flow: keys[flow.key], reverse=descending), *unknown]


def _key(name, flow, entries):
    if name in ("from", "to"):
        side = _side(*_ends_of(flow)[name == "to"], flow, entries)
        return in_order_of(side.text) if side else ""
    if name == "data":
        return in_order_of(_kinds(flow))
    if name == "state":
        return f"{kept_terms(FlowState)[flow.state].sort_order:06}" if flow.state else ""
    return flow.confirmed.isoformat() if flow.confirmed else ""


def _ends_of(flow):
    return (flow.giver, flow.giver_note), (flow.taker, flow.taker_note)


def _side(pk, words, flow, entries):
    if pk:
        party = entries.parties[pk]
        return Side(party.short_name, party.url)
    return Side(words, lang=flow.lang) if words else None


def _kinds(flow):
    kinds = kept_terms(DataKind)
    return shortened(sorted((kinds[pk].label for pk in flow.kinds), key=in_order_of))


def _row(flow, entries, ends):
    giver, taker = (_side(*end, flow, entries) for end in _ends_of(flow))
    return FlowRow(
        title=flow.title,
        url=under_prefix(f"/flows/{flow.slug}/"),
        lang=flow.lang,
        giver=giver,
        taker=taker,
        two_way=flow.two_way,
        kinds=_kinds(flow),
        state=kept_terms(FlowState)[flow.state].label if flow.state else "",
        through=ends.get(flow.through),
        confirmed=flow.confirmed,
        is_demo=flow.is_demo,
    )


def _heading(name, asked):
    sort = asked.sort or SORTS[0]
    direction = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    other = f"-{name}" if direction == "ascending" else name
    return Heading(str(HEADINGS[name]), asked.url(sort=other if other != SORTS[0] else "", part=PART), direction)
