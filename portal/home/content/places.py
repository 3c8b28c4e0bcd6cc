"""Countries: the files write ISO 3166-1 alpha-3 in capitals."""


def countries_of(part, model):
    """The Country terms of an entry's `countries`."""
    terms = part.reading.terms_of(model)
    by_code = {term.alpha_3 or term.key: term for term in terms.values()}
    return part.values_in("countries", by_code)
