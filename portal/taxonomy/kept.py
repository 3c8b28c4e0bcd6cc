"""What pages ask of the vocabularies many times, kept in memory: no query as long as no term was written."""

from django.utils import timezone

from portal.taxonomy.tree import version_in_force

_kept = {}
_offered = {}


def kept_terms(model) -> dict:
    """`{pk: term}` of a vocabulary, in its order. The terms are shared by all callers: read them, never save them."""
    version = version_in_force()
    known = _kept.get(model)
    if known is None or known[0] != version:
        known = _kept[model] = (version, {term.pk: term for term in model.objects.all()})
    return known[1]


def terms_with(model, pks) -> list:
    """Those of a vocabulary with these primary keys, in its order."""
    return [term for pk, term in kept_terms(model).items() if pk in pks]


def kept_by_key(model) -> dict:
    """`{key: term}` of the same, for what the code names by key, such as the states of its kinds."""
    return {term.key: term for term in kept_terms(model).values()}


def kept_offer(model, **filters) -> frozenset[int]:
    """The primary keys of the terms of a vocabulary that are valid and match the arguments of `filter`."""
    # What may be chosen changes with the day, too.
    version = version_in_force(), timezone.localdate()
    place = (model, repr(sorted(filters.items())))
    known = _offered.get(place)
    if known is None or known[0] != version:
        pks = frozenset(model.objects.current().filter(**filters).values_list("pk", flat=True))
        known = _offered[place] = (version, pks)
    return known[1]
