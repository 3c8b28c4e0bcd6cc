"""Countries with what one reader may know of each."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max
from django.urls import reverse

from portal.core.languages import in_alphabet, under_prefix
from portal.records.models import RecordPage
from portal.records.registry import kind as kind_by_key
from portal.records.registry import kinds
from portal.search.figures import Newest
from portal.search.query import ignored, unknown_value
from portal.taxonomy.kept import kept_by_key, kept_terms
from portal.taxonomy.models import Country
from practices.agreements.protocols import Protocol, protocols_for
from practices.coverage.grid import Line, covered_countries, grid_of

from .whom_to_ask import Contact, whom_to_ask

KINDS = ("holding", "need", "flow", "case_study", "idea")
"""What a country's page has a section of, in its order."""
COUNTED = ("holding", "need", "flow", "case_study", "organisation")
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
    protocols: list[Protocol]
    grid: list[Line]
    last_confirmed: date | None
    parts: list[Part] = field(default_factory=list)


def country_rows(user, figures) -> tuple[list[CountryRow], list[CountryRow]]:
    """The countries of which the reader may know something, and the others; each in the reader's alphabet. `figures`
    are those of this reader."""
    covered = covered_countries(user)
    known, unknown = [], []
    for term in sorted(kept_terms(Country).values(), key=lambda term: (in_alphabet(term.label), term.key)):
        url = country_url(term.key)
        if term.pk in covered or _is_named(figures, term):
            counts = tuple(_figure(figures, kind, term.key) for kind in COUNTED)
            known.append(CountryRow(term.key, term.label, url, counts))
        elif _is_of_the_world(term) and term.is_current:
            unknown.append(CountryRow(term.key, term.label, url))
    return known, unknown


def country_page(term, user, figures) -> CountryPage:
    """What the reader may know of a country."""
    newest = figures.newest({kind: Newest(kind, "country", term.key) for kind in KINDS}, SHOWN)
    return CountryPage(
        key=term.key,
        label=term.label,
        contacts=whom_to_ask(term.pk, user),
        organisations=_figure(figures, "organisation", term.key),
        protocols=protocols_for(term.pk, user),
        grid=grid_of(term.pk, user),
        last_confirmed=_last_confirmed(term.pk, user),
        parts=[Part(_figure(figures, kind, term.key), kind_by_key(kind).icon, newest[kind]) for kind in KINDS],
    )


def country_named(key, user, figures):
    """The Country of this key, in whatever case; None when there is none of which the reader may know.

    One that editors added is told by what is said of it: it is known to who may know of some of that.
    """
    term = kept_by_key(Country).get(key.lower())
    if term is None or _is_of_the_world(term):
        return term
    return term if _is_named(figures, term) or term.pk in covered_countries(user) else None


def country_asked(parameters, user, figures):
    """The Country of `?country=`, None where the reader may know of none such; and what is said of all that was ignored
    in an address that may have this one parameter."""
    asked = parameters.get("country", "")
    chosen = country_named(asked, user, figures)
    unknown = [unknown_value("country", asked)] if asked and not chosen else []
    return chosen, [*unknown, *(ignored(name) for name in parameters if name != "country")]


def _is_of_the_world(term):
    """Whether the vocabulary's file has it, which everybody knows."""
    return bool(term.loaded)


def _is_named(figures, term):
    return any(figures.count(kind.key, "country", term.key) for kind in kinds())


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
