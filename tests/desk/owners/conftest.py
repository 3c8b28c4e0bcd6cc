import pytest

from tests.factories.people import OrganisationFactory, member_of


@pytest.fixture
def owner():
    return OrganisationFactory(name_en="Owner of data")


@pytest.fixture
def focal(owner):
    return member_of(owner, focal_point=True)


@pytest.fixture
def author():
    return member_of(OrganisationFactory())
