"""The catalogue of DCAT-AP 3, a page of it and one entry of it, as nodes."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_noop

from portal.catalogue.holdings import read_holdings
from portal.catalogue.index import Catalogue, Entry
from portal.catalogue.rdf.model import Iri, Node, day, number
from portal.core.languages import LANGUAGES
from practices.holdings.structured import ABOUT, NAME

from .dataset import dataset_iri, nodes_of, record_iri
from .named import Named, in_each_language, own

AT_ONCE = 100
"""Entries of a page, as CKAN's harvesters of DCAT usually find them."""
RIGHTS = gettext_noop("Each entry names the licence of its text. The data have licences of their own.")


@dataclass(frozen=True)
class Pages:
    """Where a page stands among all: `number` counts from 1; `ending` is that of their addresses ("ttl")."""

    entries: list[Entry]
    number: int
    last: int
    ending: str

    def address(self, page: int) -> Iri:
        """The address of a page; the first is the catalogue's own."""
        return Iri(f"{settings.SITE_URL}/catalog.{self.ending}" + (f"?page={page}" if page > 1 else ""))

    @property
    def on_page(self) -> list[Entry]:
        """The entries of this one."""
        return self.entries[(self.number - 1) * AT_ONCE : self.number * AT_ONCE]


def pages_of(catalogue: Catalogue, wanted: int, ending: str) -> Pages:
    """The page that was asked for; beyond the last comes the last."""
    last = max(1, -(-len(catalogue.entries) // AT_ONCE))
    return Pages(catalogue.entries, min(max(1, wanted), last), last, ending)


def page_nodes(catalogue: Catalogue, pages: Pages) -> Iterator[Node]:
    """The catalogue with the entries of a page, how to go on, and all that they name."""
    named = Named(catalogue.known)
    holdings = read_holdings(pages.on_page)
    yield _catalogue(catalogue, holdings, named)
    yield _paging(pages)
    for holding in holdings:
        yield from nodes_of(holding, named)
    yield from named.nodes()


def entry_nodes(catalogue: Catalogue, entry: Entry) -> Iterator[Node]:
    """One entry, with the catalogue that it stands in."""
    named = Named(catalogue.known)
    holdings = read_holdings([entry])
    yield _catalogue(catalogue, holdings, named)
    for holding in holdings:
        yield from nodes_of(holding, named)
    yield from named.nodes()


def _catalogue(catalogue, holdings, named):
    made = Node(("dcat:Catalog",), own())
    for predicate, sentence in (("dct:title", NAME), ("dct:description", ABOUT)):
        made.add(predicate, *in_each_language(sentence))
    made.add("dct:rights", Node(("dct:RightsStatement",)).add("rdfs:label", *in_each_language(RIGHTS)))
    made.add("dct:publisher", named.portal())
    made.add("dct:language", *map(named.language, LANGUAGES))
    made.add("foaf:homepage", named.document(f"{settings.SITE_URL}/"))
    made.add("dcat:themeTaxonomy", named.themes())
    made.add("dct:modified", day(catalogue.modified and catalogue.modified.date()))
    made.add("dcat:dataset", *map(dataset_iri, holdings))
    return made.add("dcat:record", *map(record_iri, holdings))


def _paging(pages):
    """How to go on, by both names that harvesters know: https://www.hydra-cg.com/spec/latest/core/#collections"""
    made = Node(("hydra:PagedCollection", "hydra:PartialCollectionView"), pages.address(pages.number))
    made.add("hydra:totalItems", number(len(pages.entries))).add("hydra:itemsPerPage", number(AT_ONCE))
    ways = {"first": 1, "last": pages.last}
    ways |= {"previous": pages.number - 1} if pages.number > 1 else {}
    ways |= {"next": pages.number + 1} if pages.number < pages.last else {}
    for way, page in ways.items():
        made.add(f"hydra:{way}", pages.address(page)).add(f"hydra:{way}Page", pages.address(page))
    return made
