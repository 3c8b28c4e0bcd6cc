"""A relabelled term is found under its new label at once."""

import pytest

from portal.taxonomy.models import Sector
from portal.taxonomy.services import save_term
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def found(client, words):
    return client.get("/search/", {"q": words}).context["listing"].total


def test_records_and_organisations_are_found_by_the_new_label_of_their_term(client):
    sector = Sector.objects.get(key="education")
    make_record(title="Schools", sectors=[sector])
    organisation = OrganisationFactory()
    organisation.sectors.add(sector)
    organisation.save()

    sector.label_en = "Zymurgic learning"
    save_term(term=sector, by=editor())

    assert found(client, "zymurgic") == 2
