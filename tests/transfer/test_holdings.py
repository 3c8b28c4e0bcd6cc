"""What a file of holdings says of their ladder and owner, and one of platforms of the other ends of bridges."""

import pytest

from portal.access.enums import Level
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from tests.factories.people import OrganisationFactory, editor
from tests.factories.platforms import bridge, make_platform
from tests.holdings.holdings import make_holding, step
from tests.transfer.taking import table

pytestmark = pytest.mark.django_db


def test_a_step_says_to_whom_in_which_form_and_whose_word_it_is():
    usual = step("clusters", "exact", "hazards", is_stated=False)
    make_holding(kinds=["hazards"], ladder=[step("public", "adm1_count", "hazards", condition="Once a year"), usual])

    (row,), clusters = table("/holdings.csv"), usual.audience.label

    assert row["ladder"].split(" | ") == [
        "Explosive ordnance hazards – Public – Counts by admin 1 – Once a year – stated by the owner",
        f"Explosive ordnance hazards – {clusters} – Exact records – usual, not stated",
    ]


def test_who_owns_the_data_is_said_apart():
    rows = [
        RecordOrganisation(organisation=OrganisationFactory(name_en=name), role=ParticipantRole.objects.get(key=role))
        for name, role in (("Authority", "data_owner"), ("Centre", "data_custodian"))
    ]
    make_holding(organisations=rows)

    assert table("/holdings.csv")[0]["data_owner"] == "Authority"


def test_the_other_end_of_a_bridge_is_for_who_may_know_of_it():
    known, hidden = make_platform("Known"), make_platform("Hidden", listed_to=Level.OWNER)
    make_platform("Told", bridges=[bridge(known, how="weekly"), bridge(hidden, "in", "idea")])

    cells = {who: _row("Told", user)["bridges"] for who, user in (("visitor", None), ("editor", editor()))}

    assert cells["visitor"] == f"goes out – {known.identity.code} Known – weekly – Running"
    assert cells["editor"].split(" | ")[1] == f"comes in – {hidden.identity.code} Hidden – Idea"


def _row(title, user):
    return next(row for row in table("/platforms.csv", user) if row["title"] == title)
