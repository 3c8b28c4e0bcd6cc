"""A holding as CKAN and HDX describe a dataset: https://docs.ckan.org/en/latest/api/ and
https://github.com/OCHA-DAP/hdx-python-api."""

from django.conf import settings
from django.utils import translation

from portal.catalogue.holdings import Holding
from portal.catalogue.ids import id_of
from portal.catalogue.index import Catalogue
from portal.catalogue.naming import NO_LICENCE, licence_id, resource_format
from practices.holdings.enums import RecordCount
from practices.holdings.reading import OWNS

from .groups import group
from .organisations import organisation

FORM = "%Y-%m-%dT%H:%M:%S.%f"
"""CKAN's moments are in UTC and do not say so."""
BELOW_COUNTRY = {"adm1", "adm2", "adm3", "adm4", "settlement", "line", "point", "polygon"}


def package_of(holding: Holding, catalogue: Catalogue) -> dict:
    """The dictionary that `package_show` gives: what does not stand in the holding, or is not for visitors, is empty.
    No person is named in it, and no mailbox."""
    # Names of terms are in English, as programs know them.
    with translation.override(settings.LANGUAGE_CODE):
        return {
            **_core(holding),
            **_licence(holding),
            **_of_hdx(holding),
            **_parties(holding, catalogue),
            "tags": [tag(name) for name in holding.entry.tags],
            "num_tags": len(holding.entry.tags),
            "resources": (resources := _resources(holding)),
            "num_resources": len(resources),
            "extras": _extras(holding),
        }


def stamp(moment) -> str:
    """A moment as CKAN writes it."""
    return moment.strftime(FORM)


def _core(holding):
    return {
        "id": str(holding.key),
        "name": holding.slug,
        "title": holding.title,
        "notes": holding.words("summary"),
        "title_translated": dict(holding.told("title")),
        "notes_translated": dict(holding.told("summary")),
        "url": holding.address,
        "type": "dataset",
        "state": "active",
        "private": False,
        "version": None,
        "author": None,
        "author_email": None,
        "maintainer": None,
        "maintainer_email": None,
        "creator_user_id": None,
        "metadata_created": stamp(holding.published_at),
        "metadata_modified": stamp(holding.changed_at),
        "language": holding.language,
        "relationships_as_subject": [],
        "relationships_as_object": [],
    }


def _licence(holding):
    licence = holding.term("data_licence")
    identifier = licence_id(licence)
    return {
        "license_id": identifier,
        "license_title": licence.label_en if licence and identifier != NO_LICENCE else "License not specified",
        "license_url": (licence.uri or None) if licence else None,
        "license_other": holding.words("licence_note"),
        "isopen": bool(licence and licence.flag("is_open")),
    }


def _of_hdx(holding):
    """What HDX asks of a dataset beside CKAN: where, when, how often, how, and what to be careful about."""
    frequency, method, level = (holding.term(name) for name in ("update_frequency", "access_method", "finest_level"))
    owners = [party.organisation.name_en for party in holding.parties if party.role == OWNS]
    updated_on = holding.value("last_updated_on")
    return {
        "dataset_source": ", ".join(dict.fromkeys(owners)) or holding.words("owner_note"),
        "dataset_date": _period(holding.value("from_year"), holding.value("to_year")),
        "data_update_frequency": (frequency.attributes.get("hdx_code") or None) if frequency else None,
        "last_modified": updated_on.isoformat() if updated_on else None,
        "methodology": "Other",
        "methodology_other": holding.words("collection_method"),
        "caveats": "\n".join(filter(None, (holding.words("known_quality"), holding.words("not_to_be_used_for")))),
        "subnational": "1" if level and level.key in BELOW_COUNTRY else "0",
        "is_requestdata_type": bool(method and method.flag("needs_request")),
        "field_names": [],
        "file_types": [name for term in holding.terms("formats") if (name := term.attributes.get("hdx_format"))],
        "num_of_rows": _count(holding),
        "has_geodata": False,
        "has_quickcharts": False,
        "archived": False,
    }


def _count(holding):
    """How many units of record there are, as a band such as "1,000 to 9,999"."""
    band = holding.value("record_count")
    return str(RecordCount(band).label) if band else ""


def _period(first, last):
    """Years as HDX writes a time; None where no first one is said."""
    if not first:
        return None
    end = f"{last:04}-12-31T23:59:59" if last else "*"
    return f"[{first:04}-01-01T00:00:00 TO {end}]"


def _parties(holding, catalogue):
    found = organisation(catalogue, holding.entry.organisation)
    return {
        "owner_org": found["id"],
        "organization": found,
        "groups": [group(name) for name in holding.entry.groups],
    }


def tag(name: str) -> dict:
    """A tag as CKAN describes it."""
    return {"id": id_of("tag", name), "name": name, "display_name": name, "state": "active", "vocabulary_id": None}


def _resources(holding):
    """The way to the data, where they are open to everyone and the entry says where."""
    address = holding.value("data_url")
    if not address:
        return []
    formats = holding.terms("formats")
    updated_on = holding.value("last_updated_on")
    return [
        {
            "id": id_of("resource", holding.code),
            "package_id": str(holding.key),
            "name": holding.title,
            "description": holding.words("summary"),
            "url": address,
            "url_type": None,
            "resource_type": "api",
            "format": resource_format(formats),
            "mimetype": (formats[0].attributes.get("media_type") or None) if len(formats) == 1 else None,
            "created": stamp(holding.published_at),
            "metadata_modified": stamp(holding.changed_at),
            "last_modified": updated_on.isoformat() if updated_on else stamp(holding.changed_at),
            "size": None,
            "hash": "",
            "position": 0,
            "state": "active",
        }
    ]


def _extras(holding):
    """What neither CKAN nor HDX has a place for, as pairs of key and text."""
    terms = {
        name: holding.term(name)
        for name in ("access_method", "required_agreement", "data_sensitivity", "finest_level", "coverage")
    }
    found = {
        "entry_code": holding.code,
        "entry_url": holding.permanent,
        "entry_licence": licence_id(holding.licence),
        "entry_languages": ", ".join(holding.languages),
        "entry_details": "open" if holding.is_open else "closed",
        "fictional": "true" if holding.is_demo else "",
        **{name: term.label_en for name, term in terms.items() if term},
        "data_kinds": ", ".join(term.key for term in holding.terms("data_kinds")),
        "sectors": ", ".join(term.key for term in holding.terms("sectors")),
        "formats": ", ".join(term.key for term in holding.terms("formats")),
        "data_languages": holding.words("data_languages"),
        "access_note": holding.words("access_note"),
    }
    return [{"key": key, "value": value} for key, value in found.items() if value]
