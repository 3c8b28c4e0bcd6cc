"""Counts of what was found, by organisation, country, tag, licence, format."""

from collections import Counter

from portal.catalogue.index import Catalogue, Entry

from .groups import group
from .organisations import organisation
from .parameters import Parameters
from .solr import VALUES

USUAL_LIMIT = 50
NO_FACETS = {"facets": {}, "search_facets": {}}


def facets_of(catalogue: Catalogue, entries: list[Entry], parameters: Parameters) -> dict:
    """`facets` and `search_facets` of the fields asked for; of what is no field, nothing."""
    names = parameters.names("facet.field") if parameters.truth("facet", default=True) else []
    if not names:
        return NO_FACETS
    limit, least = _limit(parameters), parameters.number("facet.mincount", 1)
    facets = {name: _counted(name, entries, limit, least) for name in dict.fromkeys(names)}
    return {"facets": facets, "search_facets": {name: _told(catalogue, name, facets[name]) for name in facets}}


def _limit(parameters):
    """So many values of a field; a negative number, as -1, means all."""
    return None if parameters.text("facet.limit").startswith("-") else parameters.number("facet.limit", USUAL_LIMIT)


def _counted(name, entries, limit, least):
    if name not in VALUES:
        return {}
    counts = Counter(value for entry in entries for value in VALUES[name](entry))
    found = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return {value: count for value, count in found if count >= least}


def _told(catalogue, name, counts):
    titles = _titles(catalogue, name, counts)
    items = [
        {"name": value, "display_name": titles.get(value, value), "count": count} for value, count in counts.items()
    ]
    return {"title": name, "items": items}


def _titles(catalogue, name, counts):
    if name == "organization":
        return {each: organisation(catalogue, each)["title"] for each in counts}
    return {each: group(each)["title"] for each in counts} if name == "groups" else {}
