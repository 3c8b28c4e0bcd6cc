"""What part of IMSMA may go to whom, taken away: the page's rows, for who asks."""

from urllib.parse import unquote

import pytest

from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import READ
from portal.desk.imsma.reading import imsma_for
from portal.taxonomy.models import Country
from tests.factories.people import OrganisationFactory, member_of
from tests.factories.records import decide
from tests.holdings.holdings import make_holding, step
from tests.transfer.taking import ask, table

pytestmark = pytest.mark.django_db
KIND = "suspected_hazardous_area"


def stated(path="/imsma.csv", user=None):
    return [
        (row["audience"], row["stated"], row["part"], row["holdings"])
        for row in table(path, user)
        if row["data_kind"] == KIND and row["stated"]
    ]


@pytest.fixture
def closed():
    """A holding whose details are for its owner; with a member of that organisation."""
    owner = OrganisationFactory()
    holding = make_holding(kinds=[KIND], ladder=[step("public", "exact", KIND)], details_to=Level.NAMED)
    decide(holding, listed_to=Level.PUBLIC, details_to=Level.NAMED, owner=owner)
    return holding, member_of(owner)


def test_every_row_of_the_page_is_in_the_file_with_what_was_stated():
    names = step("public", "nothing", KIND, part="Names")
    make_holding(kinds=[KIND], ladder=[step("public", "adm1_count", KIND), names])

    rows = table("/imsma.csv")

    assert {(row["data_kind"], row["audience"], row["usual_proposal"]) for row in rows} == {
        (kind.key, cell.audience, cell.usual) for kind in imsma_for(None) for cell in kind.audiences
    }
    public = imsma_for(None)[0].audiences[0].audience
    assert stated() == [(public, "Counts by admin 1", "", "1"), (public, "Nothing", "Names", "1")]


def test_closed_details_are_told_to_their_readers_only_and_the_log_says_so(closed):
    holding, reader = closed
    public = imsma_for(None)[0].audiences[0].audience

    assert stated() == []
    assert stated(user=member_of()) == []
    assert stated(user=reader) == [(public, "Exact records", "", "1")]
    (line,) = AuditEntry.objects.filter(action=READ)
    assert (line.code, line.by) == (holding.identity.code, reader)


def test_of_one_country_and_what_is_ignored_is_said():
    iraq = Country.objects.get(key="irq")
    make_holding(kinds=[KIND], ladder=[step("public", "exact", KIND)], countries=[iraq])

    assert len(stated("/imsma.csv?country=irq")) == 1
    assert stated("/imsma.csv?country=yem") == []
    said = unquote(ask("/imsma.csv?country=atlantis&foo=1")["X-Notices"])
    assert said == (
        "“atlantis” is not known under “Country”; it was ignored. “foo” is not something to filter by; it was ignored."
    )


def test_the_page_leads_to_it():
    assert '<a href="/imsma.csv" rel="nofollow">CSV</a>' in ask("/imsma/").text
    assert '<a href="/fr/imsma.csv?country=irq" rel="nofollow">CSV</a>' in ask("/fr/imsma/?country=irq").text
