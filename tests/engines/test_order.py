from datetime import UTC, datetime

import pytest

from portal.search.projection import project_all
from tests.engines.conftest import ask, find, titles
from tests.factories.records import make_record


def published(page, year):
    at = datetime(year, 1, 1, tzinfo=UTC)
    type(page).objects.filter(pk=page.pk).update(first_published_at=at, last_published_at=at)
    project_all({page.key})


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ["éb", "a", "C"]),
        ("title", ["a", "C", "éb"]),
        ("updated", ["éb", "a", "C"]),
        ("nonsense", ["éb", "a", "C"]),
    ],
)
def test_orders(sort, order):
    for title, year in (("a", 2020), ("éb", 2021), ("C", 2019)):
        published(make_record(title=title), year)

    assert titles(f"sort={sort}") == order
    assert titles(f"sort={sort}&from=1900") == []


def test_of_equal_length_what_says_it_more_often_comes_first():
    for often in (1, 3, 2):
        words = ["wells"] * often + ["roads"] * (4 - often)
        make_record(title=f"Said {often} times", results=" and ".join(words))
    for number in range(6):
        make_record(title=f"Something else {number}")

    assert titles("q=wells") == ["Said 3 times", "Said 2 times", "Said 1 times"]


def test_equals_are_ordered_by_code():
    codes = sorted(make_record(title="The same words").identity.code for _ in range(5))

    for parameters in ("", "q=same", "q=same&sort=title", "q=words&sort=newest"):
        assert [hit.code for hit in find(parameters).hits] == codes


def test_pages():
    for number in range(5):
        make_record(title=f"Number {number}")

    def page(parameters):
        from django.http import QueryDict

        from portal.search.query import RecordQuery

        query = RecordQuery.from_parameters(QueryDict(parameters))
        query.page_size = 2
        result = ask(query)
        return [hit.title for hit in result.hits], result.total, result.page, result.pages

    for words in ("", "q=number&"):
        assert page(f"{words}sort=title&page=2") == (["Number 2", "Number 3"], 5, 2, 3)
        assert page(f"{words}sort=title&page=999") == (["Number 4"], 5, 3, 3)
        assert page(f"{words}sort=title&page=x") == (["Number 0", "Number 1"], 5, 1, 3)
    assert page("q=zeppelin&page=7") == ([], 0, 1, 1)
    first, second, third = (page(f"q=number&page={number}")[0] for number in (1, 2, 3))
    assert sorted(first + second + third) == [f"Number {number}" for number in range(5)]


def test_five_hundred_pages_are_the_end(monkeypatch):
    monkeypatch.setattr("portal.search.query.LAST_PAGE", 1)
    monkeypatch.setattr("portal.search.engines.searching.LAST_PAGE", 1)
    for number in range(21):
        make_record(title=f"Number {number}")

    result = find("page=2")

    assert (result.total, result.page, result.pages, len(result.hits), len(result.notices)) == (21, 1, 1, 20, 1)
