import pytest

from tests.factories.people import OrganisationFactory


@pytest.fixture
def drop():
    return OrganisationFactory(name_en="Old office", name_fr="Ancien bureau", acronym="OO", also_named=["Older office"])


@pytest.fixture
def keep():
    return OrganisationFactory(name_en="New office", acronym="NO")
