"""Figures for overviews are those of the lists behind them, for each reader."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from portal.access.enums import Level
from portal.records.registry import kinds
from portal.search.figures import Figures, Newest
from portal.taxonomy.models import Country, Sector
from practices.needs.models import DataNeedPage
from tests.factories.people import OrganisationFactory, editor, member_of
from tests.factories.records import decide, make_record

pytestmark = pytest.mark.django_db

VISITOR = AnonymousUser()


@pytest.fixture
def owner():
    return OrganisationFactory()


@pytest.fixture
def records(django_capture_on_commit_callbacks, owner):
    """Cases and needs in two countries, at each level."""
    irq, yem = Country.objects.get(key="irq"), Country.objects.get(key="yem")
    with django_capture_on_commit_callbacks(execute=True):
        made = [
            make_record(title="Open", countries=[irq]),
            make_record(title="Of members", listed_to=Level.MEMBERS, countries=[irq, yem]),
            make_record(title="Of its owner", listed_to=Level.OWNER, countries=[yem]),
            make_record(DataNeedPage, title="Need", countries=[irq], sectors=[Sector.objects.get(key="health")]),
            make_record(title="Fiction", countries=[irq], is_demo=True),
        ]
        decide(made[2], listed_to=Level.OWNER, owner=owner)
    return made


def readers(owner):
    return VISITOR, member_of(), member_of(owner, focal_point=True), editor()


def test_counts_are_the_totals_of_the_lists_behind_them(records, owner):
    for user in readers(owner):
        client = Client()
        if user.is_authenticated:
            client.force_login(user)
        figures = Figures(user)
        for kind in kinds():
            listed = client.get(f"/{kind.index_path}/").context["listing"]
            narrowed = client.get(f"/{kind.index_path}/?country=irq").context["listing"]

            assert figures.total(kind.key) == listed.total
            # Where the reader knows no record in the country, the list ignores the filter and says so.
            assert figures.count(kind.key, "country", "irq") == (0 if narrowed.notices else narrowed.total)


def test_values_are_those_of_records_that_the_reader_may_know_of(records, owner):
    asked = [set(Figures(user).values("country", ["case_study"])) for user in readers(owner)]

    assert asked == [{"irq"}, {"irq", "yem"}, {"irq", "yem"}, {"irq", "yem"}]
    assert set(Figures(VISITOR).values("country", ["flow"])) == set()


def test_newest_are_few_and_real_before_fictional(records):
    lists = {"all": Newest("case_study"), "real": Newest("case_study", only_real=True), "none": Newest("flow")}

    found = Figures(editor()).newest(lists, 2)
    visitors = Figures(VISITOR).newest({"yemen": Newest("case_study", "country", "yem"), **lists}, 3)

    assert {name: len(hits) for name, hits in found.items()} == {"all": 2, "real": 2, "none": 0}
    assert [hit.title for hit in visitors["all"]] == ["Open", "Fiction"]
    assert [hit.title for hit in visitors["real"]] == ["Open"]
    assert visitors["yemen"] == []


def test_any_number_of_lists_takes_two_statements(records, django_assert_num_queries):
    figures = Figures(VISITOR)

    with django_assert_num_queries(2):
        figures.newest({str(number): Newest("case_study") for number in range(9)}, 3)
