"""Who owns the data of a holding is chosen in its first step, so that they are told; in words only where it must be."""

import pytest

from portal.access.enums import Level
from practices.holdings.models import DataHoldingPage
from tests.desk.contribute.filling import answers, path_of, type_in
from tests.factories.people import OrganisationFactory, editor
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


@pytest.fixture
def authority():
    return OrganisationFactory(name_en="The authority")


def first_step(client, path="/contribute/holdings/", **changed):
    return type_in(client, path, **{**answers("holding")[0], "owner_is": "other", **changed})


def owners():
    page = DataHoldingPage.objects.get().get_latest_revision_as_object()
    return [row.organisation for row in page.organisations.all() if row.role.key == "data_owner"]


def test_another_owner_is_named_in_the_first_step_and_can_be_changed(writing, organisation, authority):
    path = path_of(first_step(writing, owner_organisation=authority.pk)).replace("/2/", "/1/")
    assert owners() == [authority]

    other = OrganisationFactory()
    first_step(writing, path, owner_organisation=other.pk)
    assert owners() == [other]
    first_step(writing, path, owner_organisation="", owner_note="A bureau of the north")
    assert owners() == []


def test_one_owner_is_named_and_not_two(writing, authority):
    page = first_step(writing, owner_is="us", owner_organisation=authority.pk)

    assert page.status_code == 400
    assert "You said that your organisation owns them" in page.text


def test_an_owner_whom_the_writer_may_not_know_of_is_no_choice_and_stays(writing, authority):
    path = path_of(first_step(writing, owner_organisation=authority.pk)).replace("/2/", "/1/")
    decide(authority, listed_to=Level.OWNER)

    form = writing.get(path).text
    assert ('name="owner_organisation"' in form, "The authority" in form) == (False, False)
    first_step(writing, path, owner_note="Somebody")

    assert owners() == [authority]


def test_without_any_owner_it_is_not_sent(writing):
    first_step(writing)

    page = DataHoldingPage.objects.get()
    assert "Who owns the data?" in writing.get(f"/contribute/holdings/{page.identity.code}/").text
    assert editor()
