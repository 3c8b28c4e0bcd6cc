"""What each row of a file would become, and everything that is wrong in any of them; nothing is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import uuid4

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from portal.core.codes import CODE as CODE_PATTERN
from portal.core.languages import reading_language
from portal.transfer.bringing import bases, plain_bases
from portal.transfer.bringing.bases import Base
from portal.transfer.bringing.columns.layout import matched
from portal.transfer.bringing.columns.state import CODE, LANGUAGE
from portal.transfer.bringing.putting import Change, put_content
from portal.transfer.bringing.stating import State, put_state
from portal.transfer.bringing.wrong import Refused, Wrong

EXAMPLE = "EXAMPLE"
"""Stands as the code of the row that a template begins with: it is left out."""


class Outcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"

    @property
    def label(self):
        return OUTCOMES[self]


OUTCOMES = {
    Outcome.NEW: pgettext_lazy("row", "new"),
    Outcome.CHANGED: pgettext_lazy("row", "changed"),
    Outcome.UNCHANGED: pgettext_lazy("row", "unchanged"),
    Outcome.WRONG: pgettext_lazy("row", "wrong"),
}


@dataclass
class Plan:
    """One row: its number, what it would become (`base` holds the page with what the row says, unsaved), the Changes,
    field by field, and what is wrong in it. `code` is that of the row, "" for a new entry without one."""

    number: int
    code: str = ""
    base: Base | None = None
    changes: list[Change] = field(default_factory=list)
    state: State = field(default_factory=State)
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def version(self) -> int:
        """The version of the entry that the row would change (the key of a revision); 0 for none."""
        stored = self.base.stored if self.base else None
        return getattr(stored, "latest_revision_id", None) or 0

    @property
    def outcome(self) -> Outcome:
        if self.wrong:
            return Outcome.WRONG
        if self.base.is_new:
            return Outcome.NEW
        return Outcome.CHANGED if self.changes else Outcome.UNCHANGED

    @property
    def title(self) -> str:
        return str(getattr(self.base.page, "title", self.base.page)) if self.base else ""


class Planner:
    """A Table of one kind, planned for who brings it; `organisation` keeps what is new, None for nobody."""

    def __init__(self, table, kind, known, organisation=None, seen=None):
        self.table, self.kind, self.known, self.organisation = table, kind, known, organisation
        self.columns, self.wrong = matched(table.header, kind)
        self.bases = bases if kind.is_page else plain_bases
        self.seen = seen or {}
        """By number of a row the version that was looked at, where somebody did before this."""
        self._codes: dict[tuple[str, str], int] = {}

    @cached_property
    def of_file(self) -> list[Wrong]:
        """What is wrong in the header, and in cells already as they were read."""
        return [*self.wrong, *self.table.wrong]

    def plans(self) -> Iterator[Plan]:
        """A Plan of each row, in their order; none where the header is no header."""
        if not self.columns:
            return
        self._note_new_codes()
        for line in self.bases.in_order(self.table.lines, self.columns, self.kind):
            texts = {column: line.cells[at].strip() for at, column in self.columns.items()}
            if not _is_example(texts):
                yield self._plan(line.number, texts)

    def _note_new_codes(self):
        """Rows of one file may name each other, whichever comes first."""
        place = next((at for at, column in self.columns.items() if column.name == CODE), None)
        if place is None or not self.known.is_admin:
            return
        for line in self.table.lines:
            code = line.cells[place].strip().upper()
            is_new = CODE_PATTERN.fullmatch(code) and self.known.place_of(code) is None
            if is_new and code.startswith(f"{self.kind.prefix}-"):
                self.known.bring(code, uuid4(), self.kind.key)

    def _plan(self, number, texts):
        by_name = {column.name: text for column, text in texts.items()}
        plan = Plan(number, by_name.get(CODE, "").upper())
        try:
            language = self._language(by_name)
            self._require_once(plan, language)
            plan.base = self._base(plan.code, language)
            self._require_seen(plan)
        except _InColumn as refused:
            plan.wrong.append(
                Wrong(number, refused.column, by_name.get(refused.column, ""), refused.why, refused.allowed)
            )
        base = plan.base or self.bases.new_base(self.kind, self.known, reading_language())
        context = (self.kind, self.known, self.organisation)
        put_content(plan, base, texts, *context)
        put_state(plan, base, by_name, *context)
        return plan

    def _language(self, by_name):
        column = next((column for column in self.columns.values() if column.name == LANGUAGE), None)
        try:
            return column.read(by_name[LANGUAGE], self.known) if column else ""
        except Refused as refused:
            raise _InColumn(LANGUAGE, refused.why, refused.allowed) from refused

    def _base(self, code, language):
        if not code:
            return self.bases.new_base(self.kind, self.known, language or reading_language())
        if not CODE_PATTERN.fullmatch(code):
            raise _InColumn(CODE, _("This is no code of an entry."), _("Leave it empty for a new entry."))
        page, identity = self.bases.stored_page(self.kind, code, language, self.known)
        if page is not None:
            if getattr(page, "workflow_in_progress", False):
                raise _InColumn(CODE, _("It waits for review."), _("Take it back before you change it."))
            return self.bases.base_of(self.kind, page, self.known, identity=identity)
        if not self.known.is_admin:
            raise _InColumn(CODE, _("There is no entry of yours with this code."), _("Leave it empty for a new entry."))
        return self._brought(code, language or reading_language(), identity)

    def _brought(self, code, language, identity):
        """The Base of a page whose code an administrator brings along, or of an entry in one more language."""
        key, kind = self.known.place_of(code) or (None, "")
        if kind != self.kind.key:
            facts = {"prefix": self.kind.prefix, "kind": self.kind.label_plural}
            raise _InColumn(CODE, _("Codes of %(kind)s begin with %(prefix)s-.") % facts)
        return self.bases.brought_base(self.kind, self.known, language, key, identity)

    def _require_once(self, plan, language):
        place = (plan.code, language)
        before = self._codes.setdefault(place, plan.number)
        if plan.code and before != plan.number:
            raise _InColumn(CODE, _("Row %d has the same code.") % before, _("Keep one of them."))

    def _require_seen(self, plan):
        if self.seen.get(plan.number, plan.version) != plan.version:
            raise _InColumn(CODE, _("Somebody changed it since you looked."), _("Look at the differences again."))


def _is_example(texts):
    """Whether a row is that of the template, which shows how one is filled in."""
    return any(column.name == CODE and text.upper() == EXAMPLE for column, text in texts.items())


class _InColumn(Refused):
    """What is wrong with a row as a whole, said at one of its columns."""

    def __init__(self, column, why, allowed=""):
        super().__init__(why, allowed)
        self.column = column


def every_plan(planner) -> tuple[list[Any], list[Wrong]]:
    """All Plans and everything that is wrong, of a table that is short enough to be held (the members')."""
    plans = list(planner.plans())
    return plans, [*planner.of_file, *(each for plan in plans for each in plan.wrong)]
