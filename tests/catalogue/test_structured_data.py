"""What pages of holdings tell search engines for data, in the words of schema.org."""

import json
import re

import pytest
from django.conf import settings

from portal.access.enums import Level
from tests.catalogue.described import MAILBOX, ask, part, whole_holding

pytestmark = pytest.mark.django_db
BLOCK = re.compile('<script type="application/ld\\+json">(.*?)</script>')


def told(path):
    (block,) = BLOCK.findall(ask(path).text)
    return json.loads(block)


def test_a_holding_is_a_dataset_under_the_licence_of_the_data():
    page = whole_holding(organisations=[part("data_owner", name_en="Authority")])

    found = told(f"/holdings/{page.slug}/")

    assert found["@type"] == "Dataset"
    assert found["license"] == "http://spdx.org/licenses/ODbL-1.0"
    assert found["sdLicense"] == "http://spdx.org/licenses/CC-BY-4.0"
    assert found["creator"] == [{"@type": "Organization", "name": "Authority"}]
    assert found["temporalCoverage"] == "2009/2020"
    assert found["dateModified"] == "2026-08-31"
    assert found["distribution"]["contentUrl"] == "https://data.example.org/hazards.csv"
    assert found["includedInDataCatalog"]["@id"] == f"{settings.SITE_URL}/catalog"
    assert "Casualty statistics" in found["keywords"]
    assert MAILBOX not in json.dumps(found)


def test_closed_details_are_not_in_it():
    page = whole_holding(details_to=Level.MEMBERS)

    found = told(f"/holdings/{page.slug}/")

    assert {"license", "distribution", "measurementTechnique"} & set(found) == set()
    assert found["conditionsOfAccess"] == "Open download"


@pytest.mark.parametrize(("prefix", "name"), [("", "Data holdings in mine action"), ("/fr", None)])
def test_the_list_of_holdings_is_a_data_catalogue(prefix, name):
    found = told(f"{prefix}/holdings/")

    assert found["@type"] == "DataCatalog"
    assert {each["contentUrl"].rpartition(".")[2] for each in found["encoding"]} == {"ttl", "jsonld", "rdf"}
    assert name is None or found["name"] == name
