"""One member chosen in a form: by what others may know of them."""

import pytest

from portal.access.enums import Level
from tests.factories.people import OrganisationFactory
from tests.factories.records import decide

pytestmark = pytest.mark.django_db


def test_a_member_is_named_with_the_organisations_of_which_who_chooses_may_know(client, people, listed):
    hidden, known = OrganisationFactory(name_en="Hidden depot"), OrganisationFactory(name_en="Known house")
    listed("Newly", "Joined", hidden, known)
    decide(hidden, listed_to=Level.OWNER)

    def labels(who):
        client.force_login(people[who])
        choices = client.get("/actions/new/").context["form"].fields["person"].choices
        return [label for _key, label in choices if "Newly Joined" in label]

    assert labels("member") == ["Newly Joined · Known house"]
    assert labels("editor") == ["Newly Joined · Hidden depot · Known house"]
