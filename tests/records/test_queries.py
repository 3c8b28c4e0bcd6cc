"""A record page takes at most 25 queries, the same for one row as for fifty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from case_studies.models import CaseStudyBarrier, CaseStudyExchange, CaseStudyLesson
from portal.records.models import RecordLink, RecordOrganisation, RecordSource
from portal.taxonomy.models import BarrierKind, Country, DataKind, LinkKind, ParticipantRole, Sector
from practices.models import PracticePage
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
MOST = 25


def full_case(number):
    """A case study with `number` of each kind of row."""
    practice = make_record(PracticePage, title="Practice")
    role, kind, link = ParticipantRole.objects.first(), DataKind.objects.first(), LinkKind.objects.get(key="evidences")
    barrier = BarrierKind.objects.first()
    many = range(number)
    return make_record(
        title="Case",
        organisations=[RecordOrganisation(organisation=OrganisationFactory(), role=role) for _ in many],
        sources=[RecordSource(title=f"Source {n}") for n in many],
        links=[RecordLink(kind=link, target_id=practice.key) for _ in many],
        exchanges=[
            CaseStudyExchange(what=f"Exchange {n}", data_kind=kind, provider=OrganisationFactory()) for n in many
        ],
        barriers=[CaseStudyBarrier(kind=barrier, text=f"Barrier {n}") for n in many],
        lessons=[CaseStudyLesson(text=f"Lesson {n}") for n in many],
        countries=list(Country.objects.all()[:number]),
        sectors=list(Sector.objects.all()[:number]),
        data_kinds=list(DataKind.objects.all()[:number]),
    )


def queries_of(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("signed_in", [False, True])
def test_one_row_or_fifty_take_the_same_queries(client, signed_in):
    few, many = full_case(1), full_case(50)
    if signed_in:
        client.force_login(member_of(OrganisationFactory()))

    counted = [queries_of(client, page.url) for page in (few, many)]

    assert counted[0] == counted[1]
    assert counted[0] <= MOST


def test_under_another_prefix_it_takes_no_more_than_allowed(client):
    page = full_case(3)

    assert queries_of(client, f"/fr{page.url}") <= MOST
