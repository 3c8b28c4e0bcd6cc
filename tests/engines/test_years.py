"""`from=` and `to=` ask for years; where these stand in the details, only who may read the details finds by them."""

import pytest

from portal.records import registry
from tests.engines.conftest import titles
from tests.factories.access import GrantFactory
from tests.factories.needs import make_holding, make_need
from tests.factories.people import OrganisationFactory, UserFactory, editor, member_of
from tests.factories.platforms import make_flow
from tests.factories.records import decide, make_record


def need(**fields):
    return make_need(from_year=2019, to_year=2021, **fields)


def flow(**fields):
    return make_flow(fields.pop("title"), as_of=2020, **fields)


MAKERS = {"need": need, "flow": flow}


@pytest.fixture(params=MAKERS)
def entry(request):
    """A public card whose years stand in details for the people of its owner."""
    page = MAKERS[request.param](title="Zebra")
    decide(page, listed_to="public", details_to="owner_organisation", owner=OrganisationFactory())
    return page


@pytest.mark.parametrize(
    "asked", ["from=2020&to=2020", "from=1900", "to=2100", "q=zebra&from=2020", "sort=title&to=2020"]
)
def test_closed_years_find_nothing_for_who_sees_the_card(entry, asked):
    assert [titles(asked, user) for user in (None, member_of())] == [[], []]
    assert titles("q=zebra", None) == ["Zebra"]


def test_who_reads_the_details_finds_by_them(entry):
    identity = entry.identity
    insiders = [editor(), member_of(identity.owner, focal_point=True), member_of()]
    GrantFactory(identity=identity, user=insiders[-1])

    assert [titles("from=2020&to=2020", user) for user in insiders] == [["Zebra"]] * 3
    assert [titles("from=2022", user) for user in insiders] == [[]] * 3


def test_open_details_are_found_by_everybody():
    for make in MAKERS.values():
        make(title="Zebra")

    assert titles("from=2020&to=2020", UserFactory()) == ["Zebra", "Zebra"]


def test_years_on_the_card_are_found_by_who_sees_the_card():
    make_holding(title="Held", details_to="owner_organisation", from_year=2019, to_year=2021)
    make_record(title="Told", from_year=2020, details_to="owner_organisation")

    assert sorted(titles("from=2020&to=2020")) == ["Held", "Told"]


def test_the_zone_of_years_is_that_of_their_fields():
    zones = {kind.key: kind.dates and kind.dates_zone.name for kind in registry.kinds()}

    assert {key: zone for key, zone in zones.items() if zone} == {
        "case_study": "CARD", "holding": "CARD", "need": "DETAILS", "flow": "DETAILS", "event": "CARD",
        "action": "CARD",
    }  # fmt: skip
