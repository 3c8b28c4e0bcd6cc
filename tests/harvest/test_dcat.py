"""Catalogues in DCAT: the same data set in three forms becomes the same entry."""

from io import StringIO

import pytest
from django.core.management import call_command
from rdflib import Graph

from portal.harvest.enums import Format
from portal.harvest.reading import Unreadable
from portal.harvest.reading.graphs import read_graph
from portal.harvest.services import import_file
from practices.holdings.models import DataHoldingPage
from tests.factories.people import OrganisationFactory
from tests.harvest.sites import site

TURTLE = b"""
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix eu: <http://publications.europa.eu/resource/authority/> .
@prefix prov: <http://www.w3.org/ns/prov#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<https://x.example.org/> a dcat:Catalog ; dcat:dataset <https://x.example.org/d/1>, <https://x.example.org/d/2> .
<https://x.example.org/d/1> a dcat:Dataset ;
  dct:title "Hazards of Exampleland"@en, "Dangers"@fr ; dct:description "All the hazards that are known."@en ;
  dct:publisher [ a foaf:Agent ; foaf:name "Example Action" ] ;
  dcat:contactPoint [ vcard:fn "Jane Example-Doe" ; vcard:hasEmail <mailto:jane.doe@gmail.com> ] ;
  dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/MONTHLY> ;
  dct:spatial <http://publications.europa.eu/resource/authority/country/AFG> ;
  dct:temporal [ dcat:startDate "2015-01-01"^^xsd:date ; dcat:endDate "2016-12-31"^^xsd:date ] ;
  dct:modified "2026-09-14"^^xsd:date ; dcat:keyword "landmines"@en, "boys" ;
  dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
  dct:provenance [ rdfs:label "Interviews."@en ] ; prov:wasGeneratedBy [ rdfs:label "a survey" ] ;
  dcat:distribution [ a dcat:Distribution ; dct:license <http://creativecommons.org/licenses/by/4.0/> ;
    dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;
    dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ] .
<https://x.example.org/d/2> a dcat:Dataset ; dct:title "Kept back"@en ;
  dct:accessRights <http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC> .
"""


FORMS = {
    "a.ttl": TURTLE,
    "a.rdf": Graph().parse(data=TURTLE, format="turtle").serialize(format="xml", encoding="utf-8"),
    "a.jsonld": Graph().parse(data=TURTLE, format="turtle").serialize(format="json-ld", encoding="utf-8"),
}


@pytest.mark.parametrize("name", FORMS)
def test_each_form_says_the_same(name):
    said = read_graph(FORMS[name], name=name)

    assert said == read_graph(TURTLE, name="a.ttl") == read_graph(FORMS[name])


@pytest.mark.django_db
def test_each_field_is_mapped():
    mine = OrganisationFactory(name_en="Example Action")

    run = import_file(format=Format.DCAT, content=TURTLE, name="a.ttl")

    page = DataHoldingPage.objects.get().get_latest_revision_as_object()
    assert (page.title, page.summary) == ("Hazards of Exampleland", "All the hazards that are known.")
    assert [term.key for term in page.countries.all()] == ["afg"]
    assert [term.key for term in page.formats.all()] == ["csv"]
    assert [term.key for term in page.data_kinds.all()] == ["hazards"]
    assert (page.update_frequency.key, page.data_licence.key) == ("monthly", "cc_by_4_0")
    assert (page.from_year, page.to_year, page.last_updated_on.isoformat()) == (2015, 2016, "2026-09-14")
    assert (page.collection_method, page.data_url) == ("Interviews.", "https://x.example.org/d/1")
    assert [(row.organisation, row.role.key) for row in page.organisations.all()] == [(mine, "data_owner")]
    assert run.report["unmapped"] == [["tags", "boys", 1]]
    assert run.report["not_read"] == [["wasGeneratedBy", 1]]
    assert [line["why"] for line in run.report["refused"]] == ["private"]
    assert sorted(name for name, _ in run.report["not_taken"]) == ["maintainer", "maintainer_email"]


@pytest.mark.django_db
def test_the_second_time_nothing_happens_whatever_form_it_has():
    import_file(format=Format.DCAT, content=TURTLE, name="a.ttl")

    run = import_file(format=Format.DCAT, content=FORMS["a.jsonld"], name="a.jsonld")

    assert (run.report["unchanged"], run.report["changed"], run.report["kept"]) == (1, [], [])
    assert DataHoldingPage.objects.count() == 1


@pytest.mark.django_db
def test_an_address_is_read_by_its_media_type(settings):
    settings.OUTSIDE_ALLOW_PRIVATE = True
    media = {"Content-Type": "application/rdf+xml"}
    with site(lambda path, headers: (200, media, FORMS["a.rdf"])) as there:
        out = StringIO()
        call_command("import_dcat", f"{there.address}/catalog", stdout=out)

        assert there.paths == ["/catalog"]
    assert "New: 1" in out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "a.ttl"),
        (b"no turtle at all", "a.ttl"),
        (b"\xff\xff", "a.rdf"),
        (b"<rdf:RDF>", "a.rdf"),
        (b"{", "a.jsonld"),
        (b"[" * 50_000, "a.jsonld"),
        (b'{"@context": "http://127.0.0.1/secret", "@type": "Dataset"}', "a.jsonld"),
        (b'{"a": [{"@context": ["http://127.0.0.1/secret"]}]}', "a.jsonld"),
        (b'{"@context": {"@import": "http://127.0.0.1/secret"}}', "a.jsonld"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "a.rdf"),
        (b"<a> <b> <c> .", "a.ttl"),
    ],
)
def test_what_is_no_catalogue_or_would_ask_others_is_refused(content, name):
    with pytest.raises(Unreadable) as refused:
        read_graph(content, name=name)

    assert str(refused.value)
