"""Each format says the same, whatever stands in the texts: another program reads it back."""

import pytest
from django.conf import settings
from rdflib import Literal, URIRef
from rdflib.compare import isomorphic

from portal.catalogue.rdf.formats import FORMATS
from portal.catalogue.rdf.model import Iri, Node, iri, text, texts
from tests.catalogue.described import DCT, graph, read_back, whole_holding

HOSTILE = [
    "=1+1", "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "]]><x/>", '" . <urn:x> <urn:y> <urn:z> . "', "'''",
    '"""', "\\", "\\u0041", "a\\", "@en", "^^<urn:x>", "# no comment", "{\"@id\": \"urn:x\"}", "</rdf:RDF>",
    "&lt;&amp;&#x0;",
    "line\r\nline\ttab", "null\x00 bell\x07 escape\x1b", "\ufffe\uffff", "ligne\u2028fin", "\x85", "الألغام ‏2024‏",
    "𝒳🙂", "%s %(x)s {0}", "a" * 5_000,
]  # fmt: skip
ADDRESSES = [
    "https://example.org/a b?c=<d>&e=\"f\"#{g}|h\\i^j`k", "https://example.org/\x01\x1f", "https://مثال.example/ح",
    "https://example.org/'-->", "https://example.org/%zz",
]  # fmt: skip
NONE = [
    "",
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
    "urn:x:y",
    "https://",
    "mailto:",
    "file:///etc/passwd",
]


def read(node, ending):
    return read_back("".join(FORMATS[ending].write([node])), ending)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("value", HOSTILE)
def test_a_text_comes_back_as_it_went_in_and_says_nothing_else(value, ending):
    node = Node(("dcat:Dataset",), Iri("https://example.org/x")).add(
        "dct:title", *texts([("ar", value), ("en", value)])
    )
    said = text(value)

    found = read(node, ending)

    expected = {Literal(said.value, lang="ar"), Literal(said.value, lang="en")} if said else set()
    assert set(found.objects(predicate=DCT.title)) == expected
    assert len(found) == len(expected) + 1


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_stays_one_address(address, ending):
    node = Node(("dcat:Dataset",), Iri("https://example.org/x")).add("dcat:landingPage", iri(address))

    found = read(node, ending)

    (page,) = (each for each in found.objects() if "Dataset" not in each)
    assert isinstance(page, URIRef)
    assert page.startswith("https://")
    assert not set(page) & set(' <>"{}|\\^`\x01\x1f')
    assert len(found) == 2


@pytest.mark.parametrize("address", NONE)
def test_what_is_no_address_of_the_web_is_none(address):
    assert iri(address) is None


@pytest.mark.django_db
def test_the_three_formats_say_the_same():
    whole_holding()
    whole_holding(title="=1+1 <b>&", summary='"; DROP', data_url='https://example.org/?a=1&b="2"')

    turtle, json_ld, xml = (graph(f"/catalog.{ending}") for ending in FORMATS)
    for ending, found in zip(FORMATS, (turtle, json_ld, xml), strict=True):
        # How to go on leads to the same format.
        found.remove((URIRef(f"{settings.SITE_URL}/catalog.{ending}"), None, None))

    assert len(turtle) > 150
    assert isomorphic(turtle, json_ld)
    assert isomorphic(turtle, xml)
