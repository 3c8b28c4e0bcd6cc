"""Lists and entries take the same few queries, however many rows there are."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from portal.access.models import RecordIdentity
from portal.records.models import RecordLink, RecordSource
from portal.taxonomy.models import Country, LinkKind
from practices.holdings.models import DataHoldingPage
from practices.needs.models import DataNeedPage
from tests.api.asking import Program
from tests.factories.actions import make_action
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db
LISTS = (
    "records/?page_size=100",
    "case-studies/",
    "holdings/",
    "needs/?page_size=100",
    "facets/?country=lbn",
    "actions/",
    "organisations/",
)
MOST_OF_A_LIST, MOST_OF_AN_ENTRY = 15, 25


def need(number):
    return make_record(DataNeedPage, title=f"Maps {number}", countries=[Country.objects.get(key="lbn")])


def queries(program, path):
    """So many until the answer is there; what the log of reads adds is written after it went out."""
    program.read(path)
    address, _mark, asked = f"/api/v1/{path}".partition("?")
    token = {"HTTP_AUTHORIZATION": f"Bearer {program.token}"}
    request = RequestFactory().generic("GET", address, QUERY_STRING=asked, **token)
    handler = WSGIHandler()
    with CaptureQueriesContext(connection) as counted:
        response = handler.get_response(request)
    assert response.status_code == 200
    return len(counted)


@pytest.fixture
def program():
    return Program(member_of(OrganisationFactory()))


@pytest.mark.parametrize("path", LISTS)
def test_a_list(program, path):
    need(0)
    make_record(DataHoldingPage, title="Wells", tags=["water"])
    make_record(title="Wells", sources=[RecordSource(title="A report")])
    make_action().led_to.add(RecordIdentity.objects.first())
    one = queries(program, path)
    for number in range(1, 5):
        need(number)
        make_record(DataHoldingPage, title="Wells", tags=["water"])
        make_record(title="Wells", sources=[RecordSource(title="A report")])
        make_action().led_to.add(RecordIdentity.objects.first())

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
