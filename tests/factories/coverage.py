"""Statements on coverage."""

from datetime import date

from portal.taxonomy.models import Country, DataKind
from practices.coverage.models import CoverageStatement
from tests.factories.people import OrganisationFactory


def say(degree="good", *, country="irq", kind="hazards", by=None, on=date(2026, 3, 1), **fields):
    """A statement, by the keys of its terms, of an organisation that everybody may know of unless told otherwise."""
    return CoverageStatement.objects.create(
        country=Country.objects.get(key=country),
        data_kind=DataKind.objects.get(key=kind),
        degree=degree,
        said_by=by or OrganisationFactory(),
        said_on=on,
        **fields,
    )
