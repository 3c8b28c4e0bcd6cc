import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import translation

from portal.search import listing as listing_module
from portal.search.engines import engine, engine_named
from portal.search.listing import listing_for
from portal.taxonomy.models import Country
from practices.models import PracticePage
from tests.factories.people import member_of
from tests.factories.records import make_record

pytestmark = pytest.mark.django_db


def listing(address="/search/", user=None, **options):
    request = RequestFactory().get(address)
    request.user = user or AnonymousUser()
    return listing_for(request, **options)


@pytest.fixture
def records():
    nigeria, ukraine = Country.objects.get(key="nga"), Country.objects.get(key="ukr")
    make_record(title="A", countries=[nigeria], from_year=2019)
    make_record(title="B", countries=[nigeria, ukraine])
    make_record(PracticePage, title="C", countries=[ukraine])


def test_a_whole_list(records):
    found = listing()

    assert (found.title, found.total, found.clear_url, found.selected, found.any_word) == ("Search", 3, "", [], False)
    assert [facet.name for facet in found.facets] == ["kind", "country", "language"]
    country = found.facets[1]
    assert [(value.key, value.count, value.url, value.selected, value.share) for value in country.values] == [
        ("nga", 2, "/search/?country=nga", False, 100),
        ("ukr", 2, "/search/?country=ukr", False, 100),
    ]
    assert found.sorts == [
        ("newest", "Newest", "/search/", True),
        ("updated", "Last changed", "/search/?sort=updated", False),
        ("title", "A to Z", "/search/?sort=title", False),
    ]
    assert (found.pages, found.previous_url, found.next_url) == ([(1, "/search/", True)], "", "")


def test_the_list_of_a_kind(records):
    found = listing("/case-studies/?sort=title", kind="case_study")

    assert (found.title, [hit.title for hit in found.hits]) == ("Case studies", ["A", "B"])
    assert [facet.name for facet in found.facets] == ["country", "language"]


def test_filters_are_taken_away_one_by_one_or_all(records):
    found = listing("/search/?q=a+b+c&country=nga&country=ukr&kind!=practice&from=2018&to=2020&sort=title&page=1")

    assert found.selected == [
        ("Nigeria", "/search/?q=a%20b%20c&country=ukr&kind!=practice&from=2018&to=2020&sort=title"),
        ("Ukraine", "/search/?q=a%20b%20c&country=nga&kind!=practice&from=2018&to=2020&sort=title"),
        ("not Practices (Kind of entry)", "/search/?q=a%20b%20c&country=nga&country=ukr&from=2018&to=2020&sort=title"),
        ("from 2018", "/search/?q=a%20b%20c&country=nga&country=ukr&kind!=practice&to=2020&sort=title"),
        ("until 2020", "/search/?q=a%20b%20c&country=nga&country=ukr&kind!=practice&from=2018&sort=title"),
    ]
    assert found.clear_url == "/search/?q=a%20b%20c"
    country = next(facet for facet in found.facets if facet.name == "country")
    assert country.is_selected
    assert {value.key: value.selected for value in country.values} == {"nga": True, "ukr": True}


def test_words_alone_are_cleared_by_the_whole_list(records):
    found = listing("/search/?q=zeppelin")

    assert (found.total, found.clear_url, found.query_text) == (0, "/search/", "zeppelin")
    assert listing("/search/?sort=title&country=nga").clear_url == "/search/"


def test_fixed_filters_are_not_shown_as_facets(records):
    found = listing("/countries/nga/", country="nga")

    assert (found.total, [facet.name for facet in found.facets]) == (2, ["kind", "language"])
    assert listing("/countries/zzz/", country="zzz").total == 0


def test_pages(records, monkeypatch):
    monkeypatch.setattr("portal.search.query.PAGE_SIZE", 1)
    for number in range(9):
        make_record(title=f"Number {number}")

    found = listing("/search/?sort=title&page=6")

    assert [(number, is_current) for number, _, is_current in found.pages] == [
        (1, False),
        (None, False),
        (4, False),
        (5, False),
        (6, True),
        (7, False),
        (8, False),
        (None, False),
        (12, False),
    ]
    assert (found.previous_url, found.next_url) == ("/search/?sort=title&page=5", "/search/?sort=title&page=7")
    assert listing("/search/?sort=title&page=2").previous_url == "/search/?sort=title"


def test_a_page_beyond_the_last_is_said(records):
    beyond, last = listing("/search/?page=999"), listing("/search/?page=1")
    empty = listing("/search/?q=zeppelin&page=2")

    assert (beyond.page, beyond.notices) == (1, ["There is no such page; this is the last one."])
    assert last.notices == empty.notices == []


@pytest.mark.parametrize(
    ("parameters", "title"),
    [
        ("country=nga", "Nigeria"),
        ("kind=practice", "Practices"),
        ("country=nga&country=ukr", "Search"),
        ("country=nga&from=2019", "Search"),
        ("country!=nga", "Search"),
        ("country=nga&q=maps", "Search"),
        ("country=nowhere", "Search"),
    ],
)
def test_the_title_says_the_one_filter_that_is_on(records, parameters, title):
    assert listing(f"/search/?{parameters}").title == title


def test_fictional_entries_are_marked(records):
    make_record(title="Fiction", is_demo=True)

    assert {hit.title for hit in listing().hits if hit.is_demo} == {"Fiction"}


def test_long_facets_are_cut_but_keep_what_is_chosen(records, monkeypatch):
    monkeypatch.setattr(listing_module, "MOST_SHOWN", 1)

    found = listing("/search/?country=ukr")

    assert [value.key for facet in found.facets if facet.name == "country" for value in facet.values] == ["nga", "ukr"]


def test_labels_are_in_the_readers_language(records):
    with translation.override("fr"):
        found = listing("/fr/search/?country=nga")

    assert found.selected[0][0] == "Nigéria"
    assert found.hits[0].url.startswith("/fr/case-studies/")


def test_a_list_costs_the_same_for_one_row_and_for_many(django_assert_max_num_queries):
    user = member_of()

    for count in (1, 5):
        for number in range(count):
            make_record(title=f"Number {number}", countries=[Country.objects.get(key="nga")])
        for parameters in ("", "?q=number", "?q=number&country=nga&kind!=practice"):
            listing(f"/search/{parameters}", user)
            with django_assert_max_num_queries(9):
                listing(f"/search/{parameters}", user)


def test_an_unknown_engine_is_said():
    from django.core.exceptions import ImproperlyConfigured

    assert engine().name == "database"
    with pytest.raises(ImproperlyConfigured, match="solr"):
        engine_named("solr")


def test_countries_may_be_written_in_capitals(client):
    make_record(title="Here", countries=list(Country.objects.filter(key="irq")))
    make_record(title="There", countries=list(Country.objects.filter(key="ukr")))

    listing = client.get("/case-studies/?country=IRQ").context["listing"]

    assert ([hit.title for hit in listing.hits], listing.notices) == (["Here"], [])


def test_what_was_ignored_is_said_before_the_filters(client):
    make_record()
    text = client.get("/case-studies/?sector=nowhere").text

    assert 0 < text.index("“nowhere” is not known") < text.index('class="filters"')
