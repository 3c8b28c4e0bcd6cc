"""The table of flows: all of them, sorted, a page at a time, narrowed."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.access.enums import Level
from portal.taxonomy.models import Country
from practices.exchange import table
from tests.exchange.looking import flows, look
from tests.factories.exchange import hold
from tests.factories.people import OrganisationFactory, editor
from tests.factories.platforms import make_flow

pytestmark = pytest.mark.django_db


@pytest.fixture
def three():
    make_flow("One", "running", giver_note="b", taker_note="z", reviewed_on=date(2026, 3, 1))
    make_flow("Two", "possible", giver_note="a", data_kinds=("risk_education",))
    make_flow("Three", "ended", taker_note="y", reviewed_on=date(2025, 3, 1))


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        ("", ["Two", "One", "Three"]),
        ("from", ["Two", "One", "Three"]),
        ("-from", ["One", "Two", "Three"]),
        ("to", ["Three", "One", "Two"]),
        ("-to", ["One", "Three", "Two"]),
        ("data", ["One", "Three", "Two"]),
        ("-data", ["Two", "One", "Three"]),
        ("state", ["Two", "One", "Three"]),
        ("-state", ["Three", "One", "Two"]),
        ("confirmed", ["Three", "One", "Two"]),
        ("-confirmed", ["One", "Three", "Two"]),
    ],
)
def test_sorted_by_each_column_what_is_not_known_last(three, sort, titles):
    assert flows(f"sort={sort}") == titles


def test_the_heading_that_sorts_says_so_and_turns_round(three):
    headings = look("sort=-to").table.headings

    assert [(each.label, each.direction) for each in headings] == [
        ("From", ""), ("To", "descending"), ("Data", ""), ("State", ""), ("Last confirmed", ""),
    ]  # fmt: skip
    assert headings[0].url == "/exchange/#table"
    assert headings[1].url == "/exchange/?sort=to#table"
    assert look().table.headings[0].url == "/exchange/?sort=-from#table"


def test_pages_and_beyond_the_last_comes_the_last(three, monkeypatch):
    monkeypatch.setattr(table, "PAGE_SIZE", 2)

    assert flows("page=2") == flows("page=9") == ["Three"]
    shown = look("state=running&state=possible&state=ended&page=2").table
    assert (shown.total, shown.page, shown.next_url) == (3, 2, "")
    assert shown.previous_url == "/exchange/?state=running&state=possible&state=ended#table"


def test_each_filter_alone_and_together():
    office = OrganisationFactory(name_en="Office")
    make_flow("One", giver=office, countries=list(Country.objects.filter(key="irq")))
    make_flow("Two", "ended", taker=office, data_kinds=("risk_education",))
    hold(countries=list(Country.objects.filter(key="ukr")))

    assert flows("country=irq") == ["One"]
    assert flows("country=ukr") == []
    assert flows("data_kind=risk_education") == ["Two"]
    assert flows("state=ended") == ["Two"]
    assert flows("state=ended&state=running") == ["One", "Two"]
    assert flows(f"organisation={office.slug}&state=running") == ["One"]
    assert look("country=ukr").notices == ()


def test_what_cannot_be_asked_is_said():
    make_flow("One")

    page = look("country=irq&nonsense=1&rows=planets&page=x&sort=colour&direction=up")

    assert page.table.total == 1
    assert page.notices == (
        "“nonsense” is not something to filter by; it was ignored.",
        "“rows=planets” is not something to filter by; it was ignored.",
        "“page=x” is not something to filter by; it was ignored.",
        "“sort=colour” is not something to filter by; it was ignored.",
        "“direction=up” is not something to filter by; it was ignored.",
        "“irq” is not known under “Country”; it was ignored.",
    )


def test_a_value_that_hidden_entries_alone_have_is_as_unknown_as_none():
    make_flow(listed_to=Level.OWNER, countries=list(Country.objects.filter(key="irq")))

    assert look("country=irq").notices == ("“irq” is not known under “Country”; it was ignored.",)
    assert [choice.options for choice in look().choices] == [[], [], []]
    assert [len(choice.options) for choice in look(user=editor()).choices] == [1, 1, 1]


def test_the_form_keeps_what_is_not_its_own(client):
    make_flow("One")

    text = client.get("/exchange/?rows=organisation&sort=-to&state=running").text

    assert '<input type="hidden" name="rows" value="organisation">' in text
    assert '<input type="hidden" name="sort" value="-to">' in text
    assert '<option value="running" selected>' in text


def test_the_number_of_queries_does_not_grow(client):
    def count():
        with CaptureQueriesContext(connection) as captured:
            client.get("/exchange/")
        return len(captured)

    organisation = OrganisationFactory()
    make_flow(giver=organisation)
    hold(by=organisation)
    client.get("/exchange/")
    few = count()
    for _ in range(4):
        make_flow(giver=OrganisationFactory(), taker=OrganisationFactory())
        hold(by=OrganisationFactory())

    assert few == count() <= 15
