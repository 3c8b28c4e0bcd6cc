import pytest

from tests.factories.people import OrganisationFactory, UserFactory, clerk, editor, member_of


@pytest.fixture
def listed():
    """A user of a member who agreed to be listed, with a name."""

    def make(first_name="Newly", last_name="Joined", *organisations, **fields):
        user = UserFactory(first_name=first_name, last_name=last_name)
        return member_of(*organisations, user=user, is_listed=True, **fields)

    return make


@pytest.fixture
def people():
    return {
        "visitor": None,
        "member": member_of(OrganisationFactory()),
        "member of nothing": member_of(),
        "former member": member_of(is_active=False),
        "editor": editor(),
        "clerk": clerk(),
    }
