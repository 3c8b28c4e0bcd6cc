"""A few entries of one kind side by side, field by field, as far as their reader may read each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from portal.access.enums import Zone
from portal.access.models import RecordIdentity
from portal.desk.written import Written, written_records
from portal.linkage.ends import End, ends_for
from portal.records.registry import Kind
from portal.records.registry import kind as kind_by_key
from portal.search.analysis import clean
from portal.search.query import SHOWN

MOST, MOST_ASKED = 4, 20
"""Entries that stand side by side; codes of an address that are looked at."""
IN_HEAD = {"title"}


@dataclass(frozen=True)
class Cell:
    """What one entry says in one field, in its language; `is_closed` where this reader may not read it."""

    end: End
    parts: tuple[str, ...]
    lang: str
    is_closed: bool


@dataclass(frozen=True)
class Line:
    """One field of all entries, in their order."""

    label: str
    cells: tuple[Cell, ...]

    @property
    def differs(self):
        """Whether what the reader sees is not the same in all."""
        return len({(cell.parts, cell.is_closed) for cell in self.cells}) > 1


@dataclass
class Comparison:
    """What an address asks to compare. `refused` are codes that it has no entry for, absent or hidden alike."""

    kind: Kind | None = None
    ends: list[End] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    written: dict[UUID, Written] = field(default_factory=dict)

    @property
    def columns(self):
        """Pairs of an entry and the address that leaves it out."""
        return [(end, self.url(without=end)) for end in self.ends]

    @property
    def is_full(self):
        return len(self.ends) >= MOST

    @property
    def details_read(self):
        """The keys of the entries whose details are shown."""
        return [key for key, written in self.written.items() if written.details_readable]

    @property
    def different(self):
        return [line for line in self._lines if line.differs or len(self.ends) == 1]

    @property
    def same(self):
        return [line for line in self._lines if not line.differs and len(self.ends) > 1]

    def url(self, *more, without=None):
        """The address with the codes `more`, without one of the entries."""
        codes = [end.code for end in self.ends if end != without]
        query = urlencode([("r", code) for code in (*codes, *more)])
        return f"{reverse('desk:compare')}?{query}" if query else reverse("desk:compare")

    @cached_property
    def _lines(self):
        """The fields in the order of the kind's table; those that nobody fills, for this reader, are left out."""
        lines = {}
        for each in self.kind.fields if self.kind else ():
            if each.zone is not Zone.OWNER and each.name not in IN_HEAD:
                label = capfirst(str(each.label))
                line = Line(label, tuple(self._cell(end, each) for end in self.ends))
                if any(cell.parts for cell in line.cells):
                    # Two fields of one name say the same, one of them for the search.
                    lines.setdefault(label, line)
        return list(lines.values())

    def _cell(self, end, each):
        written = self.written[end.key]
        is_closed = each.zone is Zone.DETAILS and not written.details_readable
        parts = (written.licence,) if each.name == "licence" else written.fields.get(each.name, ())
        return Cell(end, parts, written.language, is_closed)


def comparison_of(codes: Iterable[str], user) -> Comparison:
    """The Comparison of the entries with these codes of which `user` may know; all are of the kind of the first."""
    codes = list(dict.fromkeys(code for each in codes if (code := clean(each, SHOWN).strip().upper())))[:MOST_ASKED]
    keys = dict(RecordIdentity.objects.filter(code__in=codes).values_list("code", "key"))
    ends = ends_for(keys.values(), user)
    comparison = Comparison()
    for code in codes:
        _add(comparison, code, ends.get(keys.get(code)))
    if len(comparison.ends) > MOST:
        comparison.notices.append(_("Only four entries can stand side by side: these are the first four."))
        del comparison.ends[MOST:]
    if comparison.kind:
        comparison.written = written_records(comparison.kind, [end.key for end in comparison.ends], user)
        comparison.ends = [end for end in comparison.ends if end.key in comparison.written]
    return comparison


def _add(comparison, code, end):
    kind = end and kind_by_key(end.kind)
    if not (kind and kind.is_page):
        comparison.notices.append(_("“%s” is no entry that can be compared; it was ignored.") % code)
        comparison.refused += [] if end else [code]
    elif comparison.kind not in (None, kind):
        comparison.notices.append(_("“%s” is of another kind than the first entry; it was left out.") % code)
    else:
        comparison.kind = kind
        comparison.ends.append(end)
