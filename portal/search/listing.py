"""A list as pages print it: one query object for rows, counts, facets and the addresses of what one can do next."""

from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import quote, urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.access.readers import reader_of
from portal.core.kept_pages import LONGEST_QUERY
from portal.core.kept_reads import kept_read
from portal.core.languages import reading_language
from portal.core.paging import pages_around
from portal.records.reads import note_read
from portal.records.registry import kind as kind_by_key

from .audience import visible_to
from .engines import engine
from .engines.explaining import worths_of
from .enums import PUBLIC_RANK
from .hits import Hit
from .meant import text_meant
from .offers import Offer, beginnings_for, offers_for
from .query import SORTS, RecordQuery, facet_labels

MOST_SHOWN = 20
"""Values of a facet that a page offers; chosen ones always."""
AUTHORITIES = ("national_mine_action_authority", "mine_action_centre")
"""Kinds of organisations that answer for the land of their country."""


@dataclass(frozen=True)
class FacetChoice:
    """A value of a facet: `url` adds or removes it, `share` (0 to 100) is its part of the largest."""

    key: str
    label: str
    count: int
    url: str
    selected: bool
    share: int


@dataclass(frozen=True)
class Facet:
    """A dimension to filter by."""

    name: str
    label: str
    values: list[FacetChoice]

    @property
    def is_selected(self):
        return any(value.selected for value in self.values)


@dataclass
class Listing:
    """What templates/layouts/list.html prints; nothing in it is more than its reader may see."""

    title: str
    total: int
    hits: list[Hit]
    facets: list[Facet]
    notices: list[str]
    query_text: str
    sort: str
    sorts: list[tuple]
    page: int
    pages: list[tuple]
    previous_url: str
    next_url: str
    clear_url: str
    any_word: bool
    loosened: str
    """What is said where hits need not hold all words; "" else."""
    reduced: bool
    selected: list[tuple[str, str]] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    beginnings: list[Offer] = field(default_factory=list)
    meant: Offer | None = None
    """The same search without typing errors, where that finds more."""
    can_compare: bool = False
    """Whether its rows can stand side by side: a list of one kind that has pages."""
    whom_to_ask: str = ""
    """Where the authorities are listed: set where nothing is answered, because it was asked whether a place is safe."""


def listing_for(request, kind: str | None = None, **fixed) -> Listing:
    """The list that a request asks for: of everything, or of one kind; `fixed` are filters nobody can take away.

    `fixed` names facets: `listing_for(request, kind="case_study", organisation="unmas-7k3m")`.
    """
    is_explained, parameters = explained(request) if kind is None else (False, request.GET)
    query = RecordQuery.from_parameters(parameters, kind=kind or "", **fixed)
    listing = copy(_kept(request, query, is_explained))
    note_read(request, *(hit.key for hit in listing.hits if hit.shows_details))
    # When the cluster is back, so is its answer: nobody is to keep this one.
    request.is_makeshift = listing.reduced
    if query.expression and not listing.total:
        listing.offers = offers_for(listing.query_text, request.user)
        listing.beginnings = beginnings_for(listing.query_text, request.user)
    return listing


def _kept(request, query, is_explained):
    """The Listing, kept for who signed in: whole lists and those with filters for all who may find the same, and what
    words found for the person who asked, who comes back to it from each hit."""
    scope, asked = visible_to(request.user), request.get_full_path()

    def make():
        listed = Listed(request.path, query, _found(query, scope, is_explained))
        listing = listed.listing()
        listing.meant = _meant(listed, scope)
        return listing

    if scope.rank == PUBLIC_RANK or query.is_refused or len(asked) > LONGEST_QUERY:
        return make()
    fixed = tuple((name, *values) for name, values in query.fixed.items())
    who = (scope, reader_of(request.user)) if query.expression else scope
    # The cluster that was away may be back the next moment.
    return kept_read("list", (asked, query.kind, fixed), who, make, lambda listing: not listing.reduced)


def _found(query, scope, is_explained):
    result = engine().search(query, scope, reading_language())
    if is_explained:
        worths = worths_of(engine(), query, scope, result)
        result.hits = [replace(hit, worth=worths.get(hit.key)) for hit in result.hits]
    return result


def _meant(listed, scope):
    query, found = listed.query, listed.result.all_words
    text = text_meant(query, scope, found)
    if not text or engine().search(query.with_words(text), scope, reading_language()).all_words <= found:
        return None
    return Offer(text, listed.url(q=text))


def explained(request) -> tuple[bool, QueryDict]:
    """Whether an editor asks what the places of hits are made of (`explain=1`), and the parameters that are left. For
    all others that is a parameter like any that is not known."""
    if request.GET.get("explain") != "1" or not reader_of(request.user).is_editor:
        return False, request.GET
    parameters = request.GET.copy()
    del parameters["explain"]
    return True, parameters


def whom_to_ask() -> str:
    """The address of the list of authorities and centres: where somebody asks whether a place is safe."""
    return f"{reverse('desk:organisation-list')}?{urlencode({'organisation_type': AUTHORITIES}, doseq=True)}"


class Listed:
    """Makes a Listing of a query and its result: mostly addresses, each the present one with a difference."""

    def __init__(self, path, query, result):
        self.path, self.query, self.result = path, query, result

    def listing(self) -> Listing:
        query, result = self.query, self.result
        return Listing(
            title=self.title(),
            total=result.total,
            hits=result.hits,
            facets=self.facets(),
            notices=self.notices(),
            query_text=query.text,
            sort=query.sort,
            sorts=self.sorts(),
            page=result.page,
            pages=pages_around(result.page, result.pages, lambda number: self.url(page=number)),
            previous_url=self.url(page=result.page - 1) if result.page > 1 else "",
            next_url=self.url(page=result.page + 1) if result.page < result.pages else "",
            clear_url=self.clear_url(),
            any_word=result.any_word,
            loosened=result.loosened,
            reduced=result.reduced,
            selected=self.selected,
            can_compare=bool(query.kind) and kind_by_key(query.kind).is_page,
            whom_to_ask=whom_to_ask() if query.is_refused else "",
        )

    def title(self):
        """What the list is of: its kind, else the one thing that it is filtered by where that is all that is asked."""
        if self.query.kind:
            return str(kind_by_key(self.query.kind).label_plural)
        chosen = [value.label for values in self.result.chosen.values() for value in values]
        return chosen[0] if len(chosen) == len(self.selected) == 1 and not self.query.text else _("Search")

    def notices(self):
        """What was ignored, and that the page asked for lies beyond the last, which is shown in its place."""
        beyond = self.result.total and self.query.page > self.result.pages
        return [*self.result.notices, *([_("There is no such page; this is the last one.")] if beyond else [])]

    def facets(self):
        """The facets with values, in the order of the kinds' tables."""
        found = []
        for name, label in facet_labels().items():
            hits = self.result.facets.get(name, [])
            if (name == "kind" and self.query.kind) or not hits or name in self.query.fixed:
                continue
            found.append(Facet(name, label, self._choices(name, hits)))
        return found

    def _choices(self, name, hits):
        chosen = self._keys(self.result.chosen, name)
        largest = max(1, *(each.count for each in hits))
        shown = [each for number, each in enumerate(hits) if number < MOST_SHOWN or each.value.value in chosen]
        return [self._choice(name, each, chosen, largest) for each in shown]

    def _choice(self, name, each, chosen, largest):
        key = each.value.value
        selected = key in chosen
        values = [other for other in chosen if other != key] if selected else [*chosen, key]
        share = round(100 * each.count / largest)
        return FacetChoice(key, each.value.label, each.count, self.url(**{name: values}), selected, share)

    @cached_property
    def selected(self):
        """Label and address that removes it, of each filter that is on."""
        labels, found = facet_labels(), []
        for name, values in self.result.chosen.items():
            for value in values:
                rest = [key for key in self._keys(self.result.chosen, name) if key != value.value]
                found.append((value.label, self.url(**{name: rest})))
        for name, values in self.result.excluded.items():
            for value in values:
                rest = [key for key in self._keys(self.result.excluded, name) if key != value.value]
                label = _("not %(value)s (%(facet)s)") % {"value": value.label, "facet": labels[name]}
                found.append((label, self.url(**{f"{name}!": rest})))
        for name, text in (("first_year", _("from %s")), ("last_year", _("until %s"))):
            if (year := getattr(self.query, name)) is not None:
                found.append((text % year, self.url(**{"from" if name == "first_year" else "to": []})))
        return found

    def sorts(self):
        """Key, label, address and whether it is the present one, of each order."""
        return [(key, str(SORTS[key]), self.url(sort=key), key == self.query.sort) for key in self.query.sorts]

    def clear_url(self):
        """The whole list, or the whole of what the words find; empty when nothing narrows it."""
        if self.selected:
            return self._address({"q": [self.query.text] if self.query.text else []})
        return self.path if self.query.text else ""

    def url(self, **changes):
        """The present address with these parameters changed; another list begins at its first page."""
        state = dict(self._state)
        if "page" not in changes:
            state["page"] = []
        for name, value in changes.items():
            state[name] = value if isinstance(value, list) else [str(value)]
        if state["page"] == ["1"]:
            state["page"] = []
        if state["sort"] == [self.query.sorts[0]]:
            state["sort"] = []
        return self._address(state)

    def _address(self, state):
        pairs = [(name, value) for name, values in state.items() for value in values]
        return f"{self.path}?{urlencode(pairs, quote_via=quote, safe='!')}" if pairs else self.path

    @cached_property
    def _state(self):
        query = self.query
        state = {"q": [query.text] if query.text else []}
        state |= {name: self._keys(self.result.chosen, name) for name in self.result.chosen}
        state |= {f"{name}!": self._keys(self.result.excluded, name) for name in self.result.excluded}
        state["from"] = [] if query.first_year is None else [str(query.first_year)]
        state["to"] = [] if query.last_year is None else [str(query.last_year)]
        return {**state, "sort": [query.sort], "page": [str(self.result.page)]}

    def _keys(self, values, name):
        return [value.value for value in values.get(name, ())]
