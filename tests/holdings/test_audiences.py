"""To which audiences a kind of organisation belongs: the same for a reader and for who asks for data."""

import pytest

from portal.taxonomy.models import OrganisationType
from practices.holdings.audiences import audiences_of, audiences_of_reader, kinds_above
from practices.holdings.ladder import PUBLIC
from tests.factories.people import OrganisationFactory, member_of
from tests.holdings.holdings import make_holding

pytestmark = pytest.mark.django_db
AUTHORITY, COMMUNITY = {"national_authorities"}, {"members", "clusters"}
NGO = {"ngos", *COMMUNITY}
BELONGS_TO = {
    "national_mine_action_authority": AUTHORITY,
    "mine_action_centre": AUTHORITY,
    "government": AUTHORITY,
    "local_government": AUTHORITY,
    "statistics_office": AUTHORITY,
    "united_nations": {"un_agencies", *COMMUNITY},
    "international_organisation": COMMUNITY,
    "red_cross_red_crescent": {"red_cross_red_crescent", *COMMUNITY},
    "international_ngo": NGO,
    "national_ngo": NGO,
    "local_ngo": NGO,
    "civil_society": set(),
    "survivor_organisation": set(),
    "mine_action_operator": COMMUNITY,
    "private_sector": {"private_sector"},
    "donor": {"donors"},
    "foundation": {"donors"},
    "embassy": {"donors"},
    "academic_research": {"researchers"},
    "military_police": set(),
    "religious": set(),
    "media": set(),
    "coordination_body": COMMUNITY,
    "development_programme": set(),
    "observer": set(),
    "other": set(),
}


def test_each_kind_of_the_vocabulary_is_thought_of():
    assert {key: audiences_of(above) - PUBLIC for key, above in kinds_above().items()} == BELONGS_TO


@pytest.mark.parametrize("key", BELONGS_TO)
def test_a_reader_belongs_where_the_kind_of_their_organisation_does(key):
    organisation = OrganisationFactory(kind=OrganisationType.objects.get(key=key))
    identity = make_holding().identity

    assert audiences_of_reader(identity, member_of(organisation)) == PUBLIC | {"members"} | BELONGS_TO[key]
    assert audiences_of_reader(identity, None) == PUBLIC


def test_a_kind_that_editors_add_below_another_belongs_where_that_does():
    parent = OrganisationType.objects.get(key="national_ngo")
    OrganisationType.objects.create(key="village_ngo", label_en="Village association", parent=parent)

    assert audiences_of(kinds_above()["village_ngo"]) == PUBLIC | NGO
