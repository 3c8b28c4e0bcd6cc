"""The first fact of a case in a list: who gave to whom."""

import pytest

from case_studies.row import row
from portal.records.models import RecordOrganisation
from portal.taxonomy.models import ParticipantRole
from tests.factories.people import OrganisationFactory
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def first_fact(givers, takers):
    bodies = {name: OrganisationFactory(name_en=name, acronym="") for name in {*givers, *takers}}
    roles = {key: ParticipantRole.objects.get(key=key) for key in ("data_provider", "data_user")}
    parts = [(name, "data_provider") for name in givers] + [(name, "data_user") for name in takers]
    page = make_record(
        organisations=[RecordOrganisation(organisation=bodies[name], role=roles[key]) for name, key in parts]
    )
    fact = row(page)[0]
    return str(fact.label), fact.text


@pytest.mark.parametrize(
    ("givers", "takers", "fact"),
    [
        (["A"], ["B"], ("From → to", "A → B")),
        (["A", "B"], [], ("From", "A, B")),
        ([], ["B"], ("To", "B")),
        (["A", "B"], ["B"], ("Between", "A, B")),
        (["A"], ["A"], ("From and to", "A")),
        (list("ABCDE"), ["F"], ("From → to", "A, B, C, D, E → F")),
        (list("ABCDEG"), ["F"], ("From → to", "A, B, C, D and 2 more → F")),
    ],
)
def test_who_gave_to_whom(givers, takers, fact):
    assert first_fact(givers, takers) == fact
