"""Holdings as tests need them: their ladder in short."""

from portal.taxonomy.models import Audience, DataKind, SharingRung
from practices.holdings.models import DataHoldingPage, SharingStep
from tests.factories.records import make_record


def step(audience, form, kind=None, **fields):
    """An unsaved SharingStep, by the keys of its terms; stated unless said otherwise."""
    terms = {"audience": Audience.objects.get(key=audience), "rung": SharingRung.objects.get(key=form)}
    return SharingStep(**terms, data_kind=kind and a_kind(kind), **{"is_stated": True, **fields})


def a_kind(key):
    return DataKind.objects.get(key=key)


def make_holding(*, kinds=(), **fields):
    """A published holding with these kinds of data (keys)."""
    return make_record(
        DataHoldingPage, **{"title": "Database of hazards", "data_kinds": [a_kind(key) for key in kinds], **fields}
    )
