"""A holding as a Dataset of schema.org, which search engines for data read:
https://developers.google.com/search/docs/appearance/structured-data/dataset"""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

NAME = gettext_noop("Data holdings in mine action")
ABOUT = gettext_noop(
    "Who holds which data, how fresh they are and how one gets them. The data themselves are not here."
)
"""What the catalogue is called, and what it is."""


def dataset_of(record) -> dict:
    """What the page of a Presented holding tells programs beside what all entries tell. Its licence is that of the
    data; that of the text is `sdLicense`."""
    fields = record.fields
    licence = _value(fields, "data_licence")
    address = _value(fields, "data_url")
    told = {
        "creator": _organisations(fields, "data_owner"),
        "publisher": _organisations(fields, "data_owner") or _organisations(fields, "custodian"),
        "sdPublisher": _portal(),
        "sdLicense": getattr(record.licence, "uri", ""),
        "license": licence and (licence.uri or {"@type": "CreativeWork", "name": licence.label}),
        "keywords": [*_texts(fields, "data_kinds"), *_texts(fields, "sectors"), *_texts(fields, "tags")],
        "measurementTechnique": str(_value(fields, "collection_method") or ""),
        "conditionsOfAccess": str(_value(fields, "access_method") or ""),
        "dateModified": day.isoformat() if (day := _value(fields, "last_updated_on")) else "",
        "distribution": {"@type": "DataDownload", "contentUrl": address} if address else "",
        "includedInDataCatalog": catalogue(),
    }
    # What is empty takes the place of nothing that all entries tell; but their licence is that of the text.
    return {name: value for name, value in told.items() if value or name == "license"}


def catalogue() -> dict:
    """The list of holdings, as what they are part of."""
    return {
        "@type": "DataCatalog",
        "@id": f"{settings.SITE_URL}/catalog",
        "name": _(NAME),
        "url": f"{settings.SITE_URL}/holdings/",
    }


def whole_catalogue() -> dict:
    """The same in full, for the page of the list."""
    files = {"ttl": "text/turtle", "jsonld": "application/ld+json", "rdf": "application/rdf+xml"}
    downloads = [
        {"@type": "DataDownload", "contentUrl": f"{settings.SITE_URL}/catalog.{ending}", "encodingFormat": form}
        for ending, form in files.items()
    ]
    return {
        "@context": "https://schema.org", **catalogue(), "description": _(ABOUT), "publisher": _portal(),
        "inLanguage": [code for code, _name in settings.LANGUAGES], "isAccessibleForFree": True, "encoding": downloads,
    }  # fmt: skip


def _portal():
    return {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": f"{settings.SITE_URL}/"}


def _value(fields, name):
    return fields[name].value if name in fields else None


def _texts(fields, name):
    return [text for text, _address in fields[name].values] if name in fields else []


def _organisations(fields, name):
    return [{"@type": "Organization", "name": text} for text in _texts(fields, name)]
