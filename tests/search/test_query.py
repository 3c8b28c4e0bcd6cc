import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.search.query import LAST_PAGE, RecordQuery, facet_labels, facet_names

pytestmark = pytest.mark.django_db


def query(parameters, **options):
    return RecordQuery.from_parameters(QueryDict(parameters), **options)


def test_everything_an_address_can_ask():
    asked = query("q=maps&sector=a&sector=b&sector=a&country!=nga&from=2019&to=2021-03-01&sort=title&page=3")

    assert (asked.text, asked.chosen, asked.excluded) == ("maps", {"sector": ["a", "b"]}, {"country": ["nga"]})
    assert (asked.first_year, asked.last_year, asked.sort, asked.page) == (2019, 2021, "title", 3)
    assert asked.notices == []


def test_the_order_is_the_best_match_where_there_are_words():
    assert (query("").sort, query("q=maps").sort, query("sort=relevance").sort) == ("newest", "relevance", "newest")
    assert "relevance" not in query("").sorts


@pytest.mark.parametrize(
    "parameters",
    ["color=red", "from=soon", "sort=size", "page=x", "page=0", "page=-1", "page=٣", "sort=relevance", "nothing!=x"],
)
def test_what_is_not_understood_is_ignored_and_said(parameters):
    asked = query(parameters)

    assert len(asked.notices) == 1
    assert (asked.chosen, asked.excluded, asked.page, asked.first_year) == ({}, {}, 1, None)


def test_empty_parameters_mean_nothing():
    assert query("q=&sector=&from=&sort=&page=").notices == []


@pytest.mark.parametrize("text", ["((*", '"', "%ff%fe", "-", "%2B%2B"])
def test_a_text_without_words_is_said(text):
    asked = query(f"q={text}")

    assert (bool(asked.expression), len(asked.notices)) == (False, 1)
    assert asked.notices[0].startswith("No words to search for in “")


def test_what_nobody_sees_is_no_text():
    assert query("q=%0b%20").notices == []


def test_a_list_of_organisations_begins_in_the_alphabet():
    organisations, cases = query("", kind="organisation"), query("", kind="case_study")

    assert (organisations.sort, organisations.sorts) == ("title", ("title", "newest", "updated"))
    assert (cases.sort, cases.sorts) == ("newest", ("newest", "updated", "title"))
    assert query("q=maps", kind="organisation").sort == "relevance"


def test_pages_go_to_five_hundred():
    assert query("page=9999").page == LAST_PAGE


def test_the_kind_of_a_list_is_no_filter():
    asked = query("kind=practice", kind="case_study")

    assert (asked.kind, asked.chosen, len(asked.notices)) == ("case_study", {}, 1)


def test_each_facet_has_a_label():
    assert set(facet_labels()) == facet_names()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(max_size=20), st.lists(st.text(max_size=60), max_size=3), max_size=5))
def test_any_parameters_are_a_query(parameters):
    given = QueryDict(mutable=True)
    for name, values in parameters.items():
        given.setlist(name, values)

    assert RecordQuery.from_parameters(given).page >= 1
