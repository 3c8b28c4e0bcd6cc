import pytest
from django.core.cache import caches

from portal.taxonomy.models import ParticipantRole, Sector
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record


@pytest.fixture(autouse=True)
def empty():
    caches["pages"].clear()
    yield
    caches["pages"].clear()


@pytest.fixture
def record():
    organisation = OrganisationFactory(name_en="Owning body")
    record = make_record(title="Open words", sectors=[Sector.objects.get(key="education")])
    record.organisations.create(organisation=organisation, role=ParticipantRole.objects.first())
    record.save_revision().publish()
    return record
