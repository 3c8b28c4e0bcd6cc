"""The one query object of page and count: everything that an address can ask for."""

import re
from collections.abc import Container
from dataclasses import dataclass, field, replace
from functools import cache
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.records.facets import FACETS
from portal.records.registry import kind as kind_by_key
from portal.records.registry import kinds

from .analysis import clean
from .expression import SHOWN, Expression, parse
from .safety_questions import asks_whether_safe
from .synonyms import synonyms
from .written_filters import Written, text_without, written_in

PAGE_SIZE = 20
LAST_PAGE = 500
MOST_VALUES = 50
SORTS = {
    "relevance": gettext_lazy("Best match"),
    "newest": gettext_lazy("Newest"),
    "updated": gettext_lazy("Last changed"),
    "title": gettext_lazy("A to Z"),
    "date": gettext_lazy("By date"),
    "due": gettext_lazy("Due first"),
}
OF_DAYS = {"date", "due"}
"""The orders of kinds that have a day (Kind.day), of which each has one."""
YEAR = re.compile(r"(\d{4})(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
LOWER = {"country"}
"""Facets whose keys are codes that people write in capitals, too."""
OWN = ("q", "from", "to", "sort", "page")


@dataclass
class RecordQuery:
    """What is asked for. `chosen` and `excluded` hold values by facet as they were given, in their order.

    `kind` limits the query to one kind without being a filter that a reader chose (the list of that kind).
    """

    text: str = ""
    expression: Expression = field(default_factory=Expression)
    kind: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    excluded: dict[str, list[str]] = field(default_factory=dict)
    fixed: dict[str, list[str]] = field(default_factory=dict)
    first_year: int | None = None
    last_year: int | None = None
    sort: str = "newest"
    page: int = 1
    page_size: int = PAGE_SIZE
    notices: list[str] = field(default_factory=list)
    only: tuple[UUID, ...] | None = None
    """Limits it to the records with these keys; None asks among all."""
    is_refused: bool = False
    """Whether it asks if a place is safe: nothing is searched for, whoever answers, and its words are not here."""
    hits_are_real: bool = False
    """Leaves fictional records out of the hits; total and counts keep them, as the list behind has them."""
    written: tuple[Written, ...] = ()
    """What stands in the text as `field:value` and is neither filter nor words yet (named_filters.settle)."""
    asked_sort: str = ""

    @property
    def sorts(self):
        """The orders one may ask for, the usual one first: best match where there are words, else that of the kind."""
        kind = kind_by_key(self.kind) if self.kind else None
        known = [key for key in SORTS if key not in OF_DAYS or (kind and kind.day and kind.day_order == key)]
        if self.expression:
            return tuple(known)
        usual = kind.first_order if kind else "newest"
        return (usual, *(key for key in known if key not in ("relevance", usual)))

    def pages_of(self, total):
        """How many pages `total` rows make; nothing makes one, too."""
        return max(1, -(-total // self.page_size))

    def page_of(self, total):
        """The page that is shown: beyond the last one comes the last."""
        return min(self.page, self.pages_of(total))

    @classmethod
    def from_parameters(cls, parameters, kind="", **fixed):
        """The query of a QueryDict. Unknown parameters and values are ignored, and `notices` say so."""
        query = cls(kind=kind, fixed={name: [value] for name, value in fixed.items()}, page_size=PAGE_SIZE)
        query._set_text(parameters.get("q", ""))
        for name in parameters:
            query._read(name, parameters.getlist(name))
        query._set_sort(parameters.get("sort", ""))
        query._set_page(parameters.get("page", ""))
        return query

    def _set_text(self, typed):
        self.is_refused = asks_whether_safe(typed)
        if self.is_refused:
            self.notices.append(_("This portal cannot say whether a place is safe."))
            return
        self.text = clean(typed, 2000).strip()
        self.written = written_in(self.text)
        self._set_words(text_without(self.text, self.written) if self.written else typed)

    def _set_words(self, words):
        self.expression = parse(words, synonyms()) if words.strip() else parse(words)
        self.notices += self.expression.notices

    def settle(self, text, notices):
        """Takes `text` for words throughout, and says what became of the rest."""
        self.text, self.written, self.notices = text, (), [*self.notices, *notices]
        self._set_words(text)
        self.sort = self.asked_sort if self.asked_sort in self.sorts else self.sorts[0]

    def with_words(self, text):
        """The first page of the same filters with other words."""
        other = replace(self, page=1, notices=[])
        other._set_text(text)
        return other

    def _read(self, name, values):
        values = list(dict.fromkeys(value for each in values if (value := clean(each, 200).strip())))[:MOST_VALUES]
        facet = name.removesuffix("!")
        if name in ("from", "to"):
            self._set_year(name, values)
        elif facet in facet_names() and not (facet == "kind" and self.kind):
            if facet in LOWER:
                values = list(dict.fromkeys(value.lower() for value in values))
            if values:
                (self.excluded if name.endswith("!") else self.chosen)[facet] = values
        elif name not in OWN:
            self.notices.append(ignored(name))

    def _set_year(self, name, values):
        for value in values[:1]:
            if match := YEAR.fullmatch(value):
                setattr(self, "first_year" if name == "from" else "last_year", int(match[1]))
            else:
                self.notices.append(_("“%s” is not a year such as 2019; it was ignored.") % value[:SHOWN])

    def _set_sort(self, sort):
        self.sort, self.asked_sort = self.sorts[0], sort
        if sort in self.sorts:
            self.sort = sort
        elif sort:
            self.notices.append(_("There is no order “%s”; it was ignored.") % clean(sort, SHOWN))

    def _set_page(self, page):
        if re.fullmatch(r"[0-9]{1,9}", page) and int(page):
            self.page = int(page)
        elif page:
            self.notices.append(_("“%s” is not the number of a page; this is the first.") % clean(page, SHOWN))
        if self.page > LAST_PAGE:
            self.page = LAST_PAGE


def facet_labels() -> dict[str, str]:
    """The facets of the registered kinds by the parameter that filters by them, in the order of pages."""
    used = facet_names()
    return {name: str(label) for name, label in FACETS.items() if name in used}


def ignored(name: str) -> str:
    """What is said of something in an address that nothing can be asked by."""
    return _("“%s” is not something to filter by; it was ignored.") % clean(name, SHOWN)


def one_of(parameters: QueryDict, name: str, known: Container[str]) -> tuple[str, list[str]]:
    """The value of the one parameter that a page has, "" where none of the `known`; and what is said of all else."""
    value, notices = "", []
    for given, values in parameters.lists():
        if given == name and values[0] in known:
            value = values[0]
        elif values[0] or given != name:
            notices.append(ignored(given))
    return value, notices


def unknown_value(facet: str, value: str) -> str:
    """What is said of a value to filter by that does not exist, or that the reader may not know of."""
    words = {"value": value[:SHOWN], "facet": facet_labels()[facet]}
    return _("“%(value)s” is not known under “%(facet)s”; it was ignored.") % words


def facet_names() -> frozenset[str]:
    """The parameters that filter."""
    return _facet_names(tuple(kind.key for kind in kinds()))


@cache
def _facet_names(_kinds):
    return frozenset({each.facet for kind in kinds() for each in kind.fields if each.facet} | {"kind", "language"})
