"""Whole terms kept in memory, for pages that show many: no query as long as no term was written."""

from portal.taxonomy.tree import version_in_force

_kept = {}


def kept_terms(model) -> dict:
    """`{pk: term}` of a vocabulary, in its order. The terms are shared by all callers: read them, never save them."""
    version = version_in_force()
    known = _kept.get(model)
    if known is None or known[0] != version:
        known = _kept[model] = (version, {term.pk: term for term in model.objects.all()})
    return known[1]
