"""A holding's page asks equally often for one step as for fifty, and its form too."""

import pytest

from portal.records.models import RecordOrganisation, RecordSource
from portal.taxonomy.models import DataKind, ParticipantRole, Sector
from practices.holdings.models import HoldingUse
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.holdings.holdings import make_holding, step
from tests.records.admin_form import edit_url
from tests.records.test_queries import MOST, queries_of

pytestmark = pytest.mark.django_db


def full_holding(number, is_stated=True):
    kinds = [kind.key for kind in DataKind.objects.all()[:number]]
    role, sector = ParticipantRole.objects.first(), Sector.objects.first()
    return make_holding(
        kinds=kinds,
        ladder=[step("public", "adm2_count", kind, is_stated=is_stated) for kind in kinds],
        uses=[HoldingUse(sector=sector, note=f"Use {n}") for n in range(number)],
        organisations=[RecordOrganisation(organisation=OrganisationFactory(), role=role) for _ in range(number)],
        sources=[RecordSource(title=f"Source {n}") for n in range(number)],
    )


@pytest.mark.parametrize("signed_in", [False, True])
def test_one_step_or_fifty_take_the_same_queries(client, signed_in):
    few, many = full_holding(1), full_holding(50)
    if signed_in:
        client.force_login(member_of(OrganisationFactory()))

    counted = [queries_of(client, page.url) for page in (few, many)]

    assert counted[0] == counted[1]
    assert counted[0] <= MOST


def test_the_usual_ladder_takes_no_query_for_each_kind(client):
    few, many = (make_holding(kinds=[kind.key for kind in DataKind.objects.all()[:number]]) for number in (1, 50))

    assert queries_of(client, few.url) == queries_of(client, many.url)


def test_the_form_takes_the_same_queries_for_one_step_as_for_twelve(client):
    client.force_login(editor())

    counted = [queries_of(client, edit_url(full_holding(number))) for number in (1, 12)]

    assert counted[0] == counted[1]
