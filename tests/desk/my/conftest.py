import pytest
from django.urls import reverse

from tests.factories.people import OrganisationFactory, clerk, editor, member_of

MOST_QUERIES = 32


@pytest.fixture
def organisation():
    return OrganisationFactory(name_en="Our organisation")


@pytest.fixture
def focal(organisation):
    return member_of(organisation, focal_point=True)


@pytest.fixture
def people(organisation, focal):
    """Somebody in each relation to the organisation."""
    other = OrganisationFactory()
    return {
        "visitor": None,
        "focal point": focal,
        "staff": member_of(organisation),
        "other focal point": member_of(other, focal_point=True),
        "member of nothing": member_of(),
        "former member": member_of(organisation, is_active=False),
        "editor": editor(),
        "clerk": clerk(),
    }


@pytest.fixture
def page_of(client):
    """The answer to a person who asks for a page of `/my/` by its name."""

    def ask(user, name, *args, **query):
        client.logout()
        if user:
            client.force_login(user)
        return client.get(reverse(f"my:{name}", args=args), query)

    return ask


@pytest.fixture
def who_gets(people, page_of):
    """The people to whom a page is there."""

    def ask(name, *args, **query):
        return {who for who, user in people.items() if page_of(user, name, *args, **query).status_code == 200}

    return ask


@pytest.fixture
def counted(client, page_of, django_assert_max_num_queries):
    """How many queries a page costs the second time that somebody asks for it."""

    def ask(user, name, **query):
        page_of(user, name, **query)
        with django_assert_max_num_queries(MOST_QUERIES) as queries:
            client.get(reverse(f"my:{name}"), query)
        return len(queries)

    return ask
