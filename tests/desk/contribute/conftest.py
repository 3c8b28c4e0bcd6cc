import pytest

from tests.factories.people import OrganisationFactory, member_of


@pytest.fixture
def organisation():
    return OrganisationFactory(name_en="Our organisation")


@pytest.fixture
def author(organisation):
    return member_of(organisation)


@pytest.fixture
def writing(client, author):
    client.force_login(author)
    return client
