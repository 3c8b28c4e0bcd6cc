"""Whatever the form, a reader gets the rows of the page: no entry more, none less, and no field of closed details."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from case_studies.models import CaseStudyPage
from portal.access.enums import Level
from portal.access.models import AuditEntry
from portal.access.services import READ
from portal.core import csv_table
from portal.taxonomy.models import Country
from portal.transfer.formats import every_row, json_object
from tests.factories.people import editor, member_of
from tests.factories.records import make_record
from tests.transfer.taking import ask, lines, parsed, sheet_rows

pytestmark = pytest.mark.django_db
READERS = {"visitor": lambda: None, "member": member_of, "editor": editor}
QUERIES = ["", "?q=wells", "?country=irq&sort=title", "?sort=oldest&page=2", "?colour=red&q="]
FORMS = ["csv", "xlsx", "json"]
READ_ROWS = {
    "csv": lambda path, user: lines(path, user)[2:],
    "xlsx": sheet_rows,
    "json": lambda path, user: [[row["code"], str(row)] for row in parsed(path, user)["rows"]],
}


def stock():
    iraq = [Country.objects.get(key="irq")]
    make_record(title="Wells for all", countries=iraq)
    make_record(title="Wells, closed", details_to=Level.MEMBERS, context="<p>Closed words.</p>", countries=iraq)
    make_record(title="Wells for members", listed_to=Level.MEMBERS)


def restricted():
    """What a visitor and a member must not notice."""
    make_record(title="Wells hidden", listed_to=Level.OWNER, countries=[Country.objects.get(key="irq")])


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("who", READERS)
def test_the_rows_of_the_page_in_their_order(who, query):
    stock()
    restricted()
    user = READERS[who]()
    page = ask(f"/case-studies/{query.replace('&page=2', '')}", user)
    shown = [hit.code for hit in page.context["listing"].hits]

    taken = [[row[0] for row in READ_ROWS[form](f"/case-studies.{form}{query}", user)] for form in FORMS]

    assert len(shown) == {"visitor": 2, "member": 3, "editor": 4}[who] - len(who_has_no_country(who, query))
    assert taken == [shown] * 3


def who_has_no_country(who, query):
    """The entries that a filter by country leaves out."""
    return ["Wells for members"] if "country" in query and who != "visitor" else []


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["case-studies", "search"])
def test_what_is_hidden_changes_nothing(name, form, query):
    stock()
    people = [None, member_of()]
    before = [READ_ROWS[form](f"/{name}.{form}{query}", user) for user in people]

    restricted()

    assert [READ_ROWS[form](f"/{name}.{form}{query}", user) for user in people] == before


@pytest.mark.parametrize("form", FORMS)
def test_closed_details_are_in_none(form):
    stock()

    told = {who: str(READ_ROWS[form](f"/case-studies.{form}", READERS[who]())) for who in READERS}

    assert {who: "Closed words." in text for who, text in told.items()} == {
        "visitor": False, "member": True, "editor": True
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_reads_of_narrow_details_are_in_the_log(form):
    narrow, person = make_record(details_to=Level.NAMED), editor()

    READ_ROWS[form](f"/case-studies.{form}", person)

    assert [(each.code, each.by) for each in AuditEntry.objects.filter(action=READ)] == [(narrow.identity.code, person)]


@pytest.mark.parametrize("form", FORMS)
def test_queries_grow_with_parts_and_not_with_rows(form, monkeypatch):
    monkeypatch.setattr(every_row, "AT_ONCE", 4)
    person, counts = member_of(), []
    for number in (3, 1, 1, 3):
        for count in range(number):
            make_record(title=f"Case {number} {count}")
        READ_ROWS[form](f"/case-studies.{form}", person)
        with CaptureQueriesContext(connection) as captured:
            READ_ROWS[form](f"/case-studies.{form}", person)
        # Of the records alone: vocabularies are read anew from time to time, which has nothing to do with rows.
        counts.append(sum(CaseStudyPage._meta.db_table in each["sql"] for each in captured))

    three, four, five, eight = counts
    assert 0 < three == four < five == eight


@pytest.mark.parametrize(("form", "writer"), [("csv", csv_table), ("json", json_object)])
def test_parts_are_read_as_they_are_sent(form, writer, monkeypatch):
    monkeypatch.setattr(every_row, "AT_ONCE", 2)
    monkeypatch.setattr(writer, "ROWS_AT_ONCE", 2)
    codes = [make_record(title=f"Case {number}").identity.code for number in range(6)]

    sent, seen = iter(ask(f"/case-studies.{form}")), []
    while not any(code in "".join(seen) for code in codes):
        seen.append(next(sent).decode())
    with CaptureQueriesContext(connection) as captured:
        rest = b"".join(sent).decode()

    begun = {code for code in codes if code in "".join(seen)}
    assert 0 < len(begun) <= 3
    assert {code for code in codes if code in rest} == set(codes) - begun
    assert len(captured) > 0
