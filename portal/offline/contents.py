"""What is in a bundle: what a visitor finds, kind by kind, each entry once."""

from dataclasses import dataclass
from itertools import batched

from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict

from portal.core.languages import without_prefix
from portal.records.registry import Kind, kinds
from portal.search.hits import Hit
from portal.transfer.sources import LESSONS, source_of
from portal.transfer.sources.source import Row, Source

AT_ONCE = 50
"""Entries that are read together. Beyond their cards, which lists need, no more than these are in memory."""
FOUND_AT_ONCE = 250
VISITOR = AnonymousUser()


class NothingPublic(Exception):
    """There is no public entry about that country, or there is no such country: visitors are told no difference."""


@dataclass(frozen=True)
class KindList:
    """The public entries of one kind, in the order of the kind's own list."""

    kind: Kind
    source: Source
    hits: list[Hit]

    @property
    def name(self):
        """What its files are called."""
        return self.kind.index_path

    def rows(self) -> list[tuple[Hit, Row]]:
        """Each Hit with the Row of the list as a visitor takes it away; read some at a time."""
        for some in batched(self.hits, AT_ONCE):
            rows = {row.key: row for row in self.source.rows(list(some))}
            yield from ((hit, rows[hit.key]) for hit in some if hit.key in rows)


@dataclass(frozen=True)
class Contents:
    """Everything in a bundle: the lists that are not empty, in the portal's order of kinds."""

    lists: list[KindList]

    @property
    def total(self):
        return sum(len(each.hits) for each in self.lists)

    def codes_by_path(self) -> dict[str, str]:
        """The codes of entries by their English addresses; these end alike in all languages."""
        return {without_prefix(hit.url): hit.code for each in self.lists for hit in each.hits}


def contents_of(country="") -> Contents:
    """What a visitor finds now, all of it or about one country (the key of a Country, "irq").

    Raises NothingPublic where nothing of it is for visitors.
    """
    lists = [KindList(kind, source, hits) for kind in kinds() if (hits := _hits(source := _source(kind, country)))]
    if not lists:
        raise NothingPublic
    return Contents(lists)


def lessons_of(country="") -> tuple[Source, list]:
    """The list of lessons and all its hits."""
    source = source_of(LESSONS, _parameters(country), VISITOR)
    return source, _hits(source)


def named_in(organisation) -> list[Hit]:
    """The entries that name an organisation, as its page lists them for a visitor."""
    return _hits(source_of("search", QueryDict(f"organisation={organisation.slug}"), VISITOR))


def _source(kind, country):
    return source_of(kind.index_path, _parameters(country), VISITOR)


def _parameters(country):
    return QueryDict(f"country={country}" if country else "")


def _hits(source):
    """All hits of a list. A filter that was not understood is none for a page; here nothing is found by it."""
    found, result, number = {}, source.page(1, FOUND_AT_ONCE), 1
    wanted = set(source.query.chosen)
    while wanted <= {name for name, values in result.chosen.items() if values}:
        found |= {hit.url: hit for hit in result.hits if hit.url not in found}
        if number >= result.pages:
            break
        number += 1
        result = source.page(number, FOUND_AT_ONCE)
    return list(found.values())
