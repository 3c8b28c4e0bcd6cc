"""The catalogue in pages, its addresses, and how one finds the format."""

from urllib.parse import unquote

import pytest
from django.conf import settings
from django.test import Client
from rdflib import RDF, Literal, URIRef

from portal.catalogue.dcat import catalog
from tests.catalogue.described import DCAT, HYDRA, ask, graph, part, whole_holding
from tests.holdings.holdings import make_holding

pytestmark = pytest.mark.django_db


def test_who_follows_the_pages_gets_every_entry_once(monkeypatch):
    monkeypatch.setattr(catalog, "AT_ONCE", 2)
    pages = [make_holding(title=f"Number {number}") for number in range(5)]

    found, address, asked = [], f"{settings.SITE_URL}/catalog.ttl", []
    while address is not None:
        asked.append(str(address))
        read = graph(str(address).removeprefix(settings.SITE_URL))
        found += read.subjects(RDF.type, DCAT.Dataset)
        assert read.value(URIRef(address), HYDRA.totalItems) == Literal(5)
        assert read.value(URIRef(address), HYDRA.nextPage) == read.value(URIRef(address), HYDRA.next)
        address = read.value(URIRef(address), HYDRA.next)

    assert sorted(found) == sorted(URIRef(f"{settings.SITE_URL}/r/{page.identity.code}") for page in pages)
    assert [each.rpartition("/")[2] for each in asked] == ["catalog.ttl", "catalog.ttl?page=2", "catalog.ttl?page=3"]


def test_the_next_page_is_told_in_a_header_too(monkeypatch):
    monkeypatch.setattr(catalog, "AT_ONCE", 1)
    make_holding()
    make_holding()

    first, last = ask("/catalog.jsonld"), ask("/catalog.jsonld?page=2")

    assert first["Link"] == f'<{settings.SITE_URL}/catalog.jsonld?page=2>; rel="next"'
    assert not last.has_header("Link")


@pytest.mark.parametrize(("query", "word"), [("page=99", "last one"), ("page=x", "x"), ("colour=red", "colour")])
def test_what_was_ignored_is_said(query, word):
    make_holding()

    response = ask(f"/catalog.ttl?{query}")

    assert response.status_code == 200
    assert word in unquote(response["X-Notices"])
    assert len(set(graph(f"/catalog.ttl?{query}").subjects(RDF.type, DCAT.Dataset))) == 1


def test_a_portal_without_holdings_has_an_empty_catalogue():
    found = graph()

    assert set(found.subjects(RDF.type, DCAT.Catalog)) == {URIRef(f"{settings.SITE_URL}/catalog")}
    assert set(found.subjects(RDF.type, DCAT.Dataset)) == set()


@pytest.mark.parametrize(
    ("accept", "ending"),
    [
        ("text/turtle", ".ttl"), ("application/ld+json", ".jsonld"), ("application/rdf+xml", ".rdf"),
        ("application/rdf+xml;q=0.5, text/turtle", ".ttl"), ("application/json", ".jsonld"),
    ],
)  # fmt: skip
def test_programs_are_led_to_the_format_that_they_like(accept, ending):
    page = make_holding()

    for path in ("/catalog", f"/catalog/{page.identity.code}"):
        response = ask(path, headers={"Accept": accept})
        assert (response.status_code, response["Location"]) == (303, f"{path}{ending}")
        assert "Accept" in response["Vary"]


def test_people_are_led_to_the_pages():
    page = make_holding()

    answers = [
        ask(path, headers={"Accept": "text/html,*/*;q=0.8"}) for path in ("/catalog", f"/catalog/{page.identity.code}")
    ]

    assert [answer["Location"] for answer in answers] == ["/holdings/", f"/r/{page.identity.code}"]


def test_it_is_kept_as_visitors_pages_are():
    make_holding()

    response = ask("/catalog.ttl")

    assert response["Cache-Control"] == "public, no-cache"
    assert response["X-Robots-Tag"] == "noindex"
    assert ask("/catalog.ttl", headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert Client().post("/catalog.ttl").status_code == 405


@pytest.mark.parametrize("path", ["/catalog.ttl", "/api/3/action/package_search?rows=100"])
@pytest.mark.parametrize("number", [1, 4])
def test_any_number_of_entries_takes_the_same_queries(number, path, django_assert_num_queries):
    for _ in range(number):
        whole_holding(organisations=[part("data_owner"), part("data_custodian")])

    ask(path)
    with django_assert_num_queries(15):
        ask(path)
