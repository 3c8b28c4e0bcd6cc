"""What the short form of a need fills in, and what it asks for besides."""

import pytest

from portal.records.completeness import empty_fields
from portal.taxonomy.models import NeedState
from practices.needs.short_form import SHORT
from tests.factories.needs import make_need
from tests.factories.people import OrganisationFactory

pytestmark = pytest.mark.django_db


def test_a_need_of_an_organisation_is_asked_by_it_and_open():
    page, organisation = make_need(), OrganisationFactory()

    SHORT.fill(page, organisation)

    (row,) = page.organisations.all()
    assert (row.organisation, row.role.key) == (organisation, "data_user")
    assert page.state.key == "open"
    assert not SHORT.also_needed(page)


def test_without_an_organisation_somebody_must_be_said_to_ask():
    page = make_need()
    SHORT.fill(page, None)
    assert tuple(SHORT.also_needed(page)) == ("asked_by_types",)

    page.asked_by_note = "Schools in the north"

    assert not SHORT.also_needed(page)


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        ("open", set()),
        ("partly_met", {"what meets it", "what was tried"}),
        ("refused", {"why it was refused", "what was tried"}),
    ],
)
def test_what_it_does_not_say_yet_is_what_its_state_asks_for(state, asked):
    page = make_need()
    page.state = NeedState.objects.get(key=state)

    assert {"why it was refused", "what meets it", "what was tried"}.intersection(empty_fields(page)) == asked
