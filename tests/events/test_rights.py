"""Who runs an event."""

import pytest

from events.rights import runs
from portal.access.enums import Level
from tests.factories.events import make_event, with_role
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisations():
    return {name: OrganisationFactory() for name in ("owner", "host", "facilitator", "participant")}


@pytest.fixture
def page(organisations):
    roles = ("host", "facilitator", "participant")
    page = make_event(organisations=[with_role(organisations[role], role) for role in roles])
    decide(page, listed_to=Level.MEMBERS, owner=organisations["owner"])
    return page


@pytest.mark.parametrize(
    ("organisation", "focal_point", "expected"),
    [
        ("owner", False, False),
        ("owner", True, True),
        ("host", False, False),
        ("host", True, True),
        ("facilitator", False, True),
        ("participant", True, False),
    ],
)
def test_those_that_it_names_run_it(page, organisations, organisation, focal_point, expected):
    user = member_of(organisations[organisation], focal_point=focal_point)

    assert runs(user, page.identity) is expected


def test_editors_and_its_writers_run_it_and_visitors_do_not(page, organisations):
    writer = member_of(organisations["owner"])
    page.identity.contributors.add(writer)

    assert [runs(user, page.identity) for user in (editor(), writer, None)] == [True, True, False]


@pytest.mark.parametrize("card", [Level.PUBLIC, Level.OWNER])
def test_nobody_runs_what_they_may_not_read(page, organisations, card):
    decide(page, listed_to=card, details_to=Level.OWNER, owner=organisations["owner"])

    people = [member_of(organisations[name], focal_point=True) for name in ("facilitator", "host", "owner")]
    assert [runs(user, page.identity) for user in people] == [False, False, True]
    assert not runs(editor(), None)
