"""`package_search`: the holdings that a query asks for, cut, ordered and counted as CKAN does."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from portal.catalogue.holdings import read_holdings
from portal.catalogue.index import VISITOR, Catalogue, Entry
from portal.core.page_paths import roots_held
from portal.search.engines import engine
from portal.search.query import RecordQuery
from portal.taxonomy.tree import held
from practices.holdings.kind import HOLDING

from .errors import QueryError
from .facets import facets_of
from .package import package_of
from .parameters import Parameters
from .solr import filter_of, search_of

USUAL_ROWS, MOST_ROWS = 10, 1_000
USUAL_ORDER = "score desc, metadata_modified desc"
MOST_FOUND = 10_000
"""Holdings that words find; beyond it there are none, as beyond the last page of a list."""
ORDERS = {
    "metadata_modified": lambda entry: entry.modified,
    "metadata_created": lambda entry: entry.created,
    "title": lambda entry: entry.title.casefold(),
    "title_string": lambda entry: entry.title.casefold(),
    "name": lambda entry: entry.name,
    "id": lambda entry: str(entry.key),
    "organization": lambda entry: entry.organisation,
}
BY_WORDS = {"score", "relevance"}
"""The order of the search, which it has already; the best come first whichever way is asked for."""


def package_search(catalogue: Catalogue, parameters: Parameters) -> dict:
    """The answer to `q`, `fq`, `sort`, `rows`, `start`, `facet.field`. Raises QueryError."""
    sort = parameters.text("sort") or USUAL_ORDER
    found = ordered(_found(catalogue, parameters), sort)
    start = parameters.number("start", 0)
    shown = found[start : start + parameters.number("rows", USUAL_ROWS, MOST_ROWS)]
    return {
        "count": len(found),
        "sort": sort,
        "results": packages(catalogue, shown),
        **facets_of(catalogue, found, parameters),
    }


def packages(catalogue: Catalogue, entries: list[Entry]) -> list[dict]:
    """The packages of these entries. A constant number of queries."""
    # What is sent is read, too: nothing changes meanwhile.
    with roots_held(), held():
        return [package_of(holding, catalogue) for holding in read_holdings(entries)]


def ordered(entries: list[Entry], sort: str) -> list[Entry]:
    """The entries in an order such as "title asc, metadata_modified desc". Raises QueryError for what there is not."""
    found = list(entries)
    for part in reversed([part.split() for part in sort.split(",") if part.strip()]):
        name, way = part[0], part[1].lower() if len(part) > 1 else "asc"
        if len(part) > 2 or way not in ("asc", "desc") or name not in {*ORDERS, *BY_WORDS}:
            known = {"name": " ".join(part)[:80], "known": ", ".join([*ORDERS, *sorted(BY_WORDS)])}
            raise QueryError(
                _("You can order by %(known)s, each with asc or desc. There is no order “%(name)s”.") % known
            )
        if name in ORDERS:
            found.sort(key=ORDERS[name], reverse=way == "desc")
    return found


def _found(catalogue, parameters):
    asked = search_of(parameters.text("q"))
    filters = [asked, *map(filter_of, [parameters.text("fq"), *parameters.names("fq_list")])]
    entries = _with_words(catalogue, asked.words) if asked.words else catalogue.entries
    return [entry for entry in entries if all(each.holds(entry) for each in filters)]


def _with_words(catalogue, words):
    """What the search of the portal finds for a visitor, best first."""
    typed = QueryDict(mutable=True)
    typed["q"] = " ".join(words)
    query = RecordQuery.from_parameters(typed, kind=HOLDING.key)
    query.page_size = MOST_FOUND
    keys = engine().keys(query, VISITOR)
    return [entry for key in keys if (entry := catalogue.find(str(key)))]
