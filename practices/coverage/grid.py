"""The grid of a country: for each broad kind of data what organisations say of its coverage, side by side."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import DataKind

from .enums import Degree
from .models import CoverageStatement


@dataclass(frozen=True)
class Said:
    """One statement as a page prints it; the organisation's page is open to who sees this."""

    degree: str
    label: str
    organisation: str
    url: str
    on: date
    source: str
    note: str


@dataclass(frozen=True)
class Line:
    """A kind of data with the statements on it, the latest first; none means that nothing is known."""

    key: str
    label: str
    is_broad: bool
    said: tuple[Said, ...]


def grid_of(country, user) -> list[Line]:
    """A Line for each broad kind of data of the vocabulary's file, and for those other ones of which anything is said.
    `country` is its primary key. One query."""
    said = _by_kind(CoverageStatement.objects.visible_to(user).filter(country=country))
    return [
        Line(term.key, term.label, term.parent_id is None, tuple(said.get(term.pk, ())))
        for term in kept_terms(DataKind).values()
        if term.pk in said or _is_always_shown(term)
    ]


def _is_always_shown(term):
    return term.parent_id is None and bool(term.loaded) and term.is_current


def covered_countries(user) -> frozenset[int]:
    """The primary keys of the countries on which the reader may see a statement. One query."""
    return frozenset(CoverageStatement.objects.visible_to(user).order_by().values_list("country", flat=True).distinct())


def _by_kind(statements):
    found = defaultdict(list)
    # By the organisation's address where two were said on one day: numbers that count up decide nothing.
    for each in statements.select_related("said_by").order_by("-said_on", "said_by__slug"):
        found[each.data_kind_id].append(_said(each))
    return dict(found)


def _said(statement):
    organisation = statement.said_by
    return Said(
        degree=statement.degree,
        label=str(Degree(statement.degree).label),
        organisation=organisation.name,
        url=organisation.get_absolute_url(),
        on=statement.said_on,
        source=statement.source,
        note=statement.note,
    )
