"""Countries: the files write ISO 3166-1 alpha-3 in capitals."""

from portal.taxonomy.models import Country


def countries_of(part):
    """The Country terms of an entry's `countries`; an area without such a code is named by its key."""
    by_code = {term.alpha_3 or term.key: term for term in part.reading.terms_of(Country).values()}
    return part.values_in("countries", by_code)
