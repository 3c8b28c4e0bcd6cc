"""Holdings with all that a catalogue says of one, and the answers of the catalogue read back by rdflib."""

import warnings
from datetime import date

from django.test import Client
from rdflib import Graph, Namespace

from portal.records.models import RecordOrganisation, RecordSource
from portal.taxonomy.models import (
    AccessMethod,
    Country,
    FileFormat,
    GeographyLevel,
    Licence,
    ParticipantRole,
    Sector,
    Standard,
    UpdateFrequency,
)
from tests.factories.people import OrganisationFactory
from tests.holdings.holdings import make_holding

DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
HYDRA = Namespace("http://www.w3.org/ns/hydra/core#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
EU = Namespace("http://publications.europa.eu/resource/authority/")
PARSERS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}
MAILBOX = "im@authority.example.org"


def whole_holding(**fields):
    """A holding of which every part that the catalogue tells is filled."""
    by = {"title": "Register of hazards", "summary": "What is suspected where.", **fields}
    return make_holding(**{
        "kinds": ["suspected_hazardous_area", "casualty_statistics"],
        "sectors": [Sector.objects.get(key="mine_action")],
        "countries": list(Country.objects.filter(key__in=("irq", "kosovo"))),
        "coverage": GeographyLevel.objects.get(key="global"),
        "from_year": 2009,
        "to_year": 2020,
        "last_updated_on": date(2026, 8, 31),
        "update_frequency": UpdateFrequency.objects.get(key="quarterly"),
        "access_method": AccessMethod.objects.get(key="open_download"),
        "finest_level": GeographyLevel.objects.get(key="adm2"),
        "data_licence": Licence.objects.get(key="odbl_1_0"),
        "data_url": "https://data.example.org/hazards.csv",
        "formats": [FileFormat.objects.get(key="csv")],
        "standards": [Standard.objects.get(key="hxl")],
        "collection_method": "Surveys.",
        "known_quality": "<p>Half without a date.</p>",
        "not_to_be_used_for": "<p>Safety.</p>",
        "focal_mailbox": MAILBOX,
        "sources": [RecordSource(title="The plan", url="https://example.org/plan", publisher="They", year=2020)],
        **by,
    })  # fmt: skip


def part(role, organisation=None, **names):
    """An organisation and its part in a holding."""
    return RecordOrganisation(
        organisation=organisation or OrganisationFactory(**names), role=ParticipantRole.objects.get(key=role)
    )


def ask(path, user=None, **options):
    client = Client()
    if user:
        client.force_login(user)
    return client.get(path, **options)


def graph(path="/catalog.ttl", user=None):
    """What an address of the catalogue says, as a graph."""
    response = ask(path, user)
    assert response.status_code == 200, path
    return read_back(response.content, path.partition("?")[0].rpartition(".")[2])


def read_back(content, ending):
    """What another program reads in a document of that format."""
    with warnings.catch_warnings():
        # rdflib's own reader of JSON-LD uses what rdflib gives up; gone when it does not.
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=content, format=PARSERS[ending])
