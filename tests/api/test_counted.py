"""Lists and entries take the same few queries, however many rows there are."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.records.models import RecordLink
from portal.taxonomy.models import Country, LinkKind
from practices.needs.models import DataNeedPage
from tests.api.asking import Program
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
LISTS = ("records/", "needs/?page_size=100", "facets/?country=lbn", "actions/", "organisations/")
MOST_OF_A_LIST, MOST_OF_AN_ENTRY = 15, 25


def need(number):
    return make_record(DataNeedPage, title=f"Maps {number}", countries=[Country.objects.get(key="lbn")])


def queries(program, path):
    # What visitors read is kept; a token asks each time.
    cache.clear()
    program.read(path)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        program.read(path)
    return len(counted)


@pytest.fixture
def program():
    return Program(member_of(OrganisationFactory()))


@pytest.mark.parametrize("path", LISTS)
def test_a_list(program, path):
    need(0)
    one = queries(program, path)
    for number in range(1, 5):
        need(number)
        OrganisationFactory()

    assert queries(program, path) == one <= MOST_OF_A_LIST


@pytest.mark.parametrize("part", ["", "links/", "trail/", "matches/"])
def test_an_entry(program, part):
    page, kind = need(0), LinkKind.objects.get(key="documents")
    path = f"records/{page.identity.code}/{part}"

    def link(number):
        RecordLink.objects.create(record_id=page.pk, kind=kind, target=need(number).identity, note="Words")

    link(1)
    one = queries(program, path)
    for number in range(2, 6):
        link(number)

    assert queries(program, path) == one <= MOST_OF_AN_ENTRY
