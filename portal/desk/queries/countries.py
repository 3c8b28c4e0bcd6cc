"""Countries with what one reader may know of each."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max
from django.urls import reverse

from portal.core.languages import in_alphabet, under_prefix
from portal.records.models import RecordPage
from portal.records.registry import kind as kind_by_key
from portal.search.figures import Figures, Newest
from portal.taxonomy.models import Country
from portal.taxonomy.tree import tree_of
from practices.coverage.grid import Line, covered_countries, grid_of

from .whom_to_ask import Contact, whom_to_ask

KINDS = ("holding", "need", "flow", "case_study")
"""What a country is counted by, in the order of a page."""
COUNTED = (*KINDS, "practice", "organisation")
SHOWN = 3


@dataclass(frozen=True)
class Figure:
    """How many entries of a kind there are, with the list that holds them."""

    kind: str
    label: str
    count: int
    url: str


@dataclass(frozen=True)
class CountryRow:
    """A country in the list; `figures` are empty where nothing is known."""

    key: str
    label: str
    url: str
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Part:
    """A section of a country's page: the newest entries of a kind."""

    figure: Figure
    icon: str
    hits: list


@dataclass(frozen=True)
class CountryPage:
    """All that a country's page prints."""

    key: str
    label: str
    contacts: list[Contact]
    organisations: Figure
    grid: list[Line]
    last_confirmed: date | None
    parts: list[Part] = field(default_factory=list)


def country_rows(user) -> tuple[list[CountryRow], list[CountryRow]]:
    """The countries of which the reader may know something, and the others; each in the reader's alphabet."""
    figures, covered = Figures(user), covered_countries(user)
    known, unknown = [], []
    for node in sorted(tree_of(Country).by_key.values(), key=lambda node: (in_alphabet(node.label), node.key)):
        counts = tuple(_figure(figures, kind, node.key) for kind in KINDS)
        is_known = node.pk in covered or any(figures.count(kind, "country", node.key) for kind in COUNTED)
        if is_known:
            known.append(CountryRow(node.key, node.label, country_url(node.key), counts))
        elif node.is_current:
            unknown.append(CountryRow(node.key, node.label, country_url(node.key)))
    return known, unknown


def country_page(node, user) -> CountryPage:
    """What the reader may know of a country, a Node of the tree of countries."""
    figures = Figures(user)
    newest = figures.newest({kind: Newest(kind, "country", node.key) for kind in KINDS}, SHOWN)
    return CountryPage(
        key=node.key,
        label=node.label,
        contacts=whom_to_ask(node.pk, user),
        organisations=_figure(figures, "organisation", node.key),
        grid=grid_of(node.pk, user),
        last_confirmed=_last_confirmed(node.pk, user),
        parts=[Part(_figure(figures, kind, node.key), kind_by_key(kind).icon, newest[kind]) for kind in KINDS],
    )


def country_named(key):
    """The Node of a country by its key, in whatever case; None when there is none."""
    return tree_of(Country).by_key.get(key.lower())


def country_url(key):
    """The address of a country's page in the reader's language."""
    return reverse("desk:country-detail", args=[key])


def _figure(figures, kind, key):
    found = kind_by_key(kind)
    url = under_prefix(f"/{found.index_path}/") + f"?country={key}"
    return Figure(kind, str(found.label_plural), figures.count(kind, "country", key), url)


def _last_confirmed(country, user):
    pages = RecordPage.objects.visible_to(user).filter(countries=country)
    return pages.aggregate(latest=Max("reviewed_on"))["latest"]
