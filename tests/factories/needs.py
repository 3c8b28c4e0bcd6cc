"""Needs and holdings as editors publish them; the two fit each other unless told otherwise."""

from portal.taxonomy.models import Country, DataKind
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from tests.factories.records import make_record


def make_need(**fields):
    """A published need for schools in Iraq."""
    return make_record(DataNeedPage, **{"title": "Schools are looked for", **_schools(), **fields})


def make_holding(**fields):
    """A published holding of schools in Iraq."""
    return make_record(DataHoldingPage, **{"title": "Schools are held", **_schools(), **fields})


def _schools():
    return {"data_kinds": kinds("schools"), "countries": countries("irq")}


def kinds(*keys):
    return list(DataKind.objects.filter(key__in=keys))


def countries(*keys):
    return list(Country.objects.filter(key__in=keys))
