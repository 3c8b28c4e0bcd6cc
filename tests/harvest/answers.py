"""Answers as CKAN and HDX give them. `data/package_search.json` is a real one of 2016, from the test data of
OCHA-DAP/hdx-python-api (MIT), with other e-mail addresses; the packages made here have HDX's newer fields."""

import json
from pathlib import Path

from portal.harvest.enums import Format
from portal.harvest.models import HarvestedRecord
from portal.harvest.services import import_file
from practices.holdings.models import DataHoldingPage

REAL = Path(__file__).parent / "data" / "package_search.json"
SITE = "https://data.example.org"
HELP = f"{SITE}/api/3/action/help_show?name=package_search"
KEY = "6a5aebc1-f5a9-4842-8183-b8118228e71e"


def package(**fields):
    """One package with HDX's fields of today."""
    return {
        "id": KEY,
        "name": "hazards-of-exampleland",
        "title": "Hazards of Exampleland",
        "notes": "All the **hazards** that are known in the country. See [the page](https://x.example.org/a).",
        "private": False,
        "state": "active",
        "dataset_source": "Example Action",
        "organization": {"title": "Example Action (EXA)", "name": "exa"},
        "maintainer": "8b84230c-e04a-43ec-99e5-41307a203a2f",
        "methodology": "Other",
        "methodology_other": "Interviews with key informants.",
        "caveats": "Half of them have no date.",
        "data_update_frequency": "30",
        "dataset_date": "[2015-01-01T00:00:00 TO *]",
        "last_modified": "2026-09-14T08:30:00.123456",
        "metadata_modified": "2026-10-01T00:00:00",
        "license_id": "cc-by-igo",
        "license_title": "Creative Commons Attribution for Intergovernmental Organisations",
        "groups": [{"name": "afg", "title": "Afghanistan"}],
        "tags": [{"name": "hxl"}, {"name": "explosive hazards"}, {"name": "boys"}],
        "subnational": "1",
        "resources": [{"format": "XLSX", "p_coded": True}, {"format": "zipped shapefile"}],
        **fields,
    }  # fmt: skip


def other(number, **fields):
    """A further package."""
    key = f"00000000-0000-4000-8000-{number:012}"
    return package(**{"id": key, "name": f"hazards-{number}", "title": f"Hazards of region {number}", **fields})


def search(*packages, **fields):
    """The bytes of an answer of `package_search`."""
    result = {"count": len(packages), "results": list(packages), **fields}
    return json.dumps({"help": HELP, "success": True, "result": result}).encode()


def bring(content, **options):
    """The HarvestRun of a file with these bytes."""
    return import_file(format=Format.CKAN, content=content, name="answer.json", **options)


def entry(key=KEY):
    """The page of the entry that a package became."""
    return DataHoldingPage.objects.get(translation_key=HarvestedRecord.objects.get(key=key).identity_id)


def draft(key=KEY):
    """Its latest version."""
    return entry(key).get_latest_revision_as_object()


def codes(run, part):
    """The keys of the packages that a part of a report names."""
    return [line["key"] for line in run.report[part]]
